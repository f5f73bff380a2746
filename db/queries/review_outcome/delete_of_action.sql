DELETE FROM review_outcome WHERE action = ?1;

DELETE FROM review_outcome WHERE id = ?1;

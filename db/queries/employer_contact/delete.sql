DELETE FROM employer_contact WHERE employer = ?1;

SELECT name, email, phone FROM employer_contact WHERE employer = ?1;

INSERT INTO employer_contact (employer, name, email, phone) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (employer) DO UPDATE SET name = excluded.name, email = excluded.email, phone = excluded.phone;

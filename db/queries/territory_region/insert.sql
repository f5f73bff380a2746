INSERT INTO territory_region (region) VALUES (?1) ON CONFLICT (region) DO NOTHING;

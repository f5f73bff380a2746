SELECT name, nature FROM territory WHERE id = 1;

DELETE FROM source WHERE id = ?1;

INSERT INTO setting (region_id, name, value, unit, as_of, source, set_by, updated_at)
VALUES ($region_id, $name, $value, $unit, $as_of, $source, $set_by, $updated_at)

INSERT INTO indicator_value (indicator_value_id, indicator_id, as_of, value, source, entered_by, created_at, updated_at)
VALUES ($indicator_value_id, $indicator_id, $as_of, $value, $source, $entered_by, $now, $now)

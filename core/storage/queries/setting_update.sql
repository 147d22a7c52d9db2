UPDATE setting SET
    value = $value, unit = $unit, as_of = $as_of, source = $source, set_by = $set_by, updated_at = $updated_at,
    row_version = row_version + 1
WHERE region_id = $region_id AND name = $name AND row_version = $row_version
RETURNING row_version

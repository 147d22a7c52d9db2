UPDATE deflator SET
    year = $year, index_value = $index_value, series = $series, source = $source, set_by = $set_by,
    updated_at = $updated_at, row_version = row_version + 1
WHERE deflator_id = $deflator_id

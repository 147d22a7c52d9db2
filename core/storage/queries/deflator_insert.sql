INSERT INTO deflator (
    deflator_id, region_id, year, index_value, series, source, set_by, created_at, updated_at
)
VALUES (
    $deflator_id, $region_id, $year, $index_value, $series, $source, $set_by, $created_at, $updated_at
)

INSERT INTO firm (
    firm_id, region_id, name, tax_number, size_class, external_id, about, is_sample, row_version, created_at,
    updated_at
)
VALUES (
    $firm_id, $region_id, $name, $tax_number, $size_class, $external_id, $about, $is_sample, $row_version,
    $created_at, $updated_at
)

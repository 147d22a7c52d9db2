UPDATE firm SET
    region_id = $region_id, name = $name, tax_number = $tax_number, size_class = $size_class,
    external_id = $external_id, about = $about, updated_at = $updated_at,
    row_version = row_version + 1
WHERE firm_id = $firm_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version

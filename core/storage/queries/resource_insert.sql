INSERT INTO resource (
    resource_id, site_id, direction, name, kind, description, external_id, quantity_typed, quantity, unit,
    period, density_t_per_m3, recurrence, interval_text, months, available_from, available_until, condition,
    composition, physical_form, hazardous, waste_codes, handling, price_per_unit, price_unit, price_date,
    price_vat_included, transporter, visibility, source, source_id, is_draft, row_version, yearly_amount,
    yearly_unit, entered_by, entered_at, updated_at
)
VALUES (
    $resource_id, $site_id, $direction, $name, $kind, $description, $external_id, $quantity_typed, $quantity,
    $unit, $period, $density_t_per_m3, $recurrence, $interval_text, $months, $available_from, $available_until,
    $condition, $composition, $physical_form, $hazardous, $waste_codes, $handling, $price_per_unit,
    $price_unit, $price_date, $price_vat_included, $transporter, $visibility, $source, $source_id, $is_draft,
    $row_version, $yearly_amount, $yearly_unit, $entered_by, $entered_at, $updated_at
)

UPDATE resource SET
    site_id = $site_id, direction = $direction, name = $name, kind = $kind, description = $description,
    external_id = $external_id, quantity_typed = $quantity_typed, quantity = $quantity, unit = $unit,
    period = $period, density_t_per_m3 = $density_t_per_m3, recurrence = $recurrence,
    interval_text = $interval_text, months = $months, available_from = $available_from,
    available_until = $available_until, condition = $condition, composition = $composition,
    physical_form = $physical_form, hazardous = $hazardous, waste_codes = $waste_codes, handling = $handling,
    price_per_unit = $price_per_unit, price_unit = $price_unit, price_date = $price_date,
    price_vat_included = $price_vat_included, transporter = $transporter, visibility = $visibility,
    is_draft = $is_draft, yearly_amount = $yearly_amount, yearly_unit = $yearly_unit, updated_at = $updated_at,
    row_version = row_version + 1
WHERE resource_id = $resource_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version

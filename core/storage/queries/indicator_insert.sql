INSERT INTO programme_indicator (
    indicator_id, region_id, position, name_tr, name_en, definition_tr, definition_en, unit, counted_as,
    counted_from, baseline, target, due_on, funder, is_sample, created_at, updated_at
)
VALUES (
    $indicator_id, $region_id, $position, $name_tr, $name_en, $definition_tr, $definition_en, $unit,
    $counted_as, $counted_from, $baseline, $target, $due_on, $funder, $is_sample, $created_at, $updated_at
)

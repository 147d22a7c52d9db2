UPDATE programme_indicator SET
    position = $position, name_tr = $name_tr, name_en = $name_en, definition_tr = $definition_tr,
    definition_en = $definition_en, unit = $unit, counted_as = $counted_as, counted_from = $counted_from,
    baseline = $baseline, target = $target, due_on = $due_on, funder = $funder, is_sample = $is_sample,
    updated_at = $updated_at, row_version = row_version + 1
WHERE indicator_id = $indicator_id

INSERT INTO impact_entry (
    entry_id, synergy_id, measure, value, low, high, unit, period_from, period_to, recurrence, lifetime_years,
    basis, attribution, firm_id, price_on, baseline, replacement_ratio, quantity, quantity_unit, is_measured,
    is_computed, factor_ids, factor_years, factor_source, formula, note, supersedes, entered_by, entered_at,
    updated_at
)
VALUES (
    $entry_id, $synergy_id, $measure, $value, $low, $high, $unit, $period_from, $period_to, $recurrence,
    $lifetime_years, $basis, $attribution, $firm_id, $price_on, $baseline, $replacement_ratio, $quantity,
    $quantity_unit, $is_measured, $is_computed, $factor_ids, $factor_years, $factor_source, $formula, $note,
    $supersedes, $entered_by, $entered_at, $updated_at
)

UPDATE exchange_rate SET
    currency = $currency, rate_on = $rate_on, try_per_unit = $try_per_unit, source = $source, set_by = $set_by,
    updated_at = $updated_at, row_version = row_version + 1
WHERE rate_id = $rate_id

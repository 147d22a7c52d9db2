INSERT INTO exchange_rate (
    rate_id, region_id, currency, rate_on, try_per_unit, source, set_by, created_at, updated_at
)
VALUES (
    $rate_id, $region_id, $currency, $rate_on, $try_per_unit, $source, $set_by, $created_at, $updated_at
)

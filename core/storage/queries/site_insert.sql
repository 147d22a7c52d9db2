INSERT INTO site (
    site_id, firm_id, name, place, zone_id, district, lat, lon, coordinate_quality, activity,
    electricity_kwh_per_year, gas_sm3_per_year, water_m3_per_year, output_quantity, output_unit,
    output_product, row_version, created_at, updated_at
)
VALUES (
    $site_id, $firm_id, $name, $place, $zone_id, $district, $lat, $lon, $coordinate_quality, $activity,
    $electricity_kwh_per_year, $gas_sm3_per_year, $water_m3_per_year, $output_quantity, $output_unit,
    $output_product, $row_version, $created_at, $updated_at
)

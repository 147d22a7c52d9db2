INSERT INTO own_precedent (
    precedent_id, region_id, resource_en, resource_tr, waste_codes, giver_nace, giver_sector, taker_nace,
    taker_sector, use_en, use_tr, province, recorded_by, recorded_at
)
VALUES (
    $precedent_id, $region_id, $resource_en, $resource_tr, $waste_codes, $giver_nace, $giver_sector, $taker_nace,
    $taker_sector, $use_en, $use_tr, $province, $recorded_by, $recorded_at
)

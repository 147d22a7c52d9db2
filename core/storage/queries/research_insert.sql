INSERT INTO research (
    research_id, region_id, kind, title_tr, title_en, institution, fields, state, support, synergy_id,
    concept_id, is_sample, row_version, created_at, updated_at
)
VALUES (
    $research_id, $region_id, $kind, $title_tr, $title_en, $institution, $fields, $state, $support, $synergy_id,
    $concept_id, $is_sample, $row_version, $created_at, $updated_at
)

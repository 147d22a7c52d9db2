UPDATE research SET
    kind = $kind, title_tr = $title_tr, title_en = $title_en, institution = $institution, fields = $fields,
    state = $state, support = $support, synergy_id = $synergy_id, concept_id = $concept_id,
    updated_at = $updated_at, row_version = row_version + 1
WHERE research_id = $research_id AND row_version = $row_version
RETURNING row_version

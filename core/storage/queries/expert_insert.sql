INSERT INTO expert (
    expert_id, region_id, kind, name, institution, fields, sectors, languages, email, phone, consent_on,
    consent_how, is_sample, row_version, created_at, updated_at
)
VALUES (
    $expert_id, $region_id, $kind, $name, $institution, $fields, $sectors, $languages, $email, $phone,
    $consent_on, $consent_how, $is_sample, $row_version, $created_at, $updated_at
)

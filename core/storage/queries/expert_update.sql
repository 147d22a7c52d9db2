UPDATE expert SET
    kind = $kind, name = $name, institution = $institution, fields = $fields, sectors = $sectors,
    languages = $languages, email = $email, phone = $phone, consent_on = $consent_on,
    consent_how = $consent_how, updated_at = $updated_at, row_version = row_version + 1
WHERE expert_id = $expert_id AND row_version = $row_version
RETURNING row_version

UPDATE expert SET name = '', institution = NULL, fields = NULL, sectors = NULL, languages = NULL, email = NULL,
    phone = NULL, consent_on = NULL, consent_how = NULL, erased_at = $now, updated_at = $now,
    row_version = row_version + 1
WHERE expert_id = $expert_id AND erased_at IS NULL
RETURNING row_version

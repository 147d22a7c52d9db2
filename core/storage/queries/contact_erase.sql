UPDATE contact SET name = '', task = NULL, phone = NULL, email = NULL, gender = 'not_said', informed_on = NULL,
    erased_at = $now, updated_at = $now, row_version = row_version + 1
WHERE contact_id = $contact_id AND erased_at IS NULL
RETURNING row_version

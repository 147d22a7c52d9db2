UPDATE contact SET
    firm_id = $firm_id, name = $name, site_id = $site_id, task = $task, phone = $phone, email = $email,
    gender = $gender, informed_on = $informed_on, updated_at = $updated_at,
    row_version = row_version + 1
WHERE contact_id = $contact_id AND row_version = $row_version
RETURNING row_version

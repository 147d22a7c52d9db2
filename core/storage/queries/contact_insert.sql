INSERT INTO contact (
    contact_id, firm_id, name, site_id, task, phone, email, gender, informed_on, row_version, created_at,
    updated_at
)
VALUES (
    $contact_id, $firm_id, $name, $site_id, $task, $phone, $email, $gender, $informed_on, $row_version,
    $created_at, $updated_at
)

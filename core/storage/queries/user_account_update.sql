UPDATE user_account SET
    name = $name, role = $role, organisation = $organisation, email = $email, phone = $phone,
    updated_at = $updated_at, row_version = row_version + 1
WHERE user_id = $user_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version

INSERT INTO user_account (
    user_id, region_id, name, role, organisation, email, phone, row_version, created_at, updated_at
)
VALUES ($user_id, $region_id, $name, $role, $organisation, $email, $phone, $row_version, $created_at, $updated_at)

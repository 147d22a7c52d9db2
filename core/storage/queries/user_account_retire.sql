-- The name stays with what the person did; how to reach him or her is nobody's business any more.
UPDATE user_account SET
    email = NULL, phone = NULL, retired_at = $now, updated_at = $now, row_version = row_version + 1
WHERE user_id = $user_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version

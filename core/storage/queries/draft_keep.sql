INSERT OR REPLACE INTO draft (user_id, form, field, value, updated_at)
VALUES ($user_id, $form, $field, $value, $updated_at)

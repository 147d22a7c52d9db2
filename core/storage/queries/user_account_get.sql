SELECT * FROM user_account WHERE user_id = $user_id

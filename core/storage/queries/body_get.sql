SELECT * FROM body WHERE body_id = $body_id

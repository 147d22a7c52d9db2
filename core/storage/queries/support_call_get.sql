SELECT * FROM support_call WHERE call_id = $call_id

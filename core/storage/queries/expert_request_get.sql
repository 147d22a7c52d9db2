SELECT * FROM expert_request WHERE request_id = $request_id

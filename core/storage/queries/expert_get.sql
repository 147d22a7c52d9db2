SELECT * FROM expert WHERE expert_id = $expert_id

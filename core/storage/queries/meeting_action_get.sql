SELECT * FROM meeting_action WHERE action_id = $action_id

-- Open ones first, those by day of which the earliest; then what is settled, newest first.
SELECT owed.*, meeting.held_on, meeting.subject, meeting.body_id, body.name_tr AS body_name_tr,
       body.name_en AS body_name_en, owner.name AS owner_name,
       coalesce(owed.state = 'open' AND owed.due_on < $today, FALSE) AS is_overdue
FROM meeting_action AS owed
JOIN meeting USING (meeting_id)
LEFT JOIN body USING (body_id)
LEFT JOIN user_account AS owner ON owner.user_id = owed.owner_id
WHERE meeting.region_id = $region_id AND owed.retired_at IS NULL AND meeting.retired_at IS NULL
ORDER BY owed.state <> 'open', CASE WHEN owed.state = 'open' THEN owed.due_on END NULLS LAST,
         owed.state_on DESC, owed.action_id

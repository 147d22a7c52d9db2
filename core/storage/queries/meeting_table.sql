SELECT meeting.*, body.name_tr AS body_name_tr, body.name_en AS body_name_en,
       (SELECT count(*) FROM meeting_decision AS made
        WHERE made.meeting_id = meeting.meeting_id AND made.retired_at IS NULL) AS decisions,
       (SELECT count(*) FROM meeting_action AS owed
        WHERE owed.meeting_id = meeting.meeting_id AND owed.retired_at IS NULL AND owed.state = 'open') AS open_actions
FROM meeting
LEFT JOIN body USING (body_id)
WHERE meeting.region_id = $region_id AND meeting.retired_at IS NULL
ORDER BY meeting.held_on DESC, meeting.meeting_id DESC

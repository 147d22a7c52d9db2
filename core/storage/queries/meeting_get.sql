SELECT * FROM meeting WHERE meeting_id = $meeting_id

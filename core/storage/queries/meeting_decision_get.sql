SELECT * FROM meeting_decision WHERE decision_id = $decision_id

SELECT * FROM research WHERE research_id = $research_id

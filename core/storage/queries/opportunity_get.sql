SELECT * FROM opportunity WHERE opportunity_id = $opportunity_id

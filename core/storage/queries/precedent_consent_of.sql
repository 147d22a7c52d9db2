SELECT * FROM precedent_consent WHERE precedent_id = $precedent_id ORDER BY firm_id

UPDATE precedent_consent SET withdrawn_on = $withdrawn_on
WHERE precedent_id = $precedent_id AND firm_id = $firm_id

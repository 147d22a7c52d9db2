SELECT * FROM own_precedent
WHERE withdrawn_at IS NULL
  AND precedent_id IN (SELECT precedent_id FROM precedent_consent WHERE synergy_id = $synergy_id)

SELECT * FROM synergy WHERE synergy_id = $synergy_id

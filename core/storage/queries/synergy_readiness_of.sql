SELECT * FROM synergy_readiness WHERE synergy_id = $synergy_id

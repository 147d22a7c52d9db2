SELECT * FROM legal_path WHERE synergy_id = $synergy_id

SELECT * FROM good_practice WHERE synergy_id = $synergy_id AND retired_at IS NULL

SELECT content FROM synergy_file WHERE synergy_file_id = $synergy_file_id AND retired_at IS NULL

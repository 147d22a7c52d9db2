SELECT * EXCLUDE (content) FROM synergy_file
WHERE synergy_id = $synergy_id AND retired_at IS NULL
ORDER BY created_at DESC, synergy_file_id DESC

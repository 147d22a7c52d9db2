-- What is in a file that was taken out is gone: it may name persons. That it was there stays.
UPDATE synergy_file SET content = ''::BLOB, retired_at = $now, updated_at = $now, row_version = row_version + 1
WHERE synergy_file_id = $synergy_file_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version

-- A synergy's files without their content: what can be named as evidence.
SELECT synergy_file_id, name, document_kind, document_on
FROM synergy_file
WHERE synergy_id = $synergy_id AND retired_at IS NULL
ORDER BY document_on DESC NULLS LAST, name

INSERT INTO synergy_file (
    synergy_file_id, synergy_id, name, document_kind, media_type, size_bytes, sha256, content, document_on, added_by,
    row_version, created_at, updated_at
)
VALUES (
    $synergy_file_id, $synergy_id, $name, $document_kind, $media_type, $size_bytes, $sha256, $content, $document_on,
    $added_by, $row_version, $created_at, $updated_at
)

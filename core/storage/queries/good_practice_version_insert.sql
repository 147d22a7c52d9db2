INSERT INTO good_practice_version (sheet_id, version, content, published_by, published_at)
VALUES ($sheet_id, $version, $content, $published_by, $published_at)

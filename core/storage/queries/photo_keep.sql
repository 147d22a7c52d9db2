INSERT OR REPLACE INTO resource_photo (resource_id, content, width, height, updated_at)
VALUES ($resource_id, $content, $width, $height, $updated_at)

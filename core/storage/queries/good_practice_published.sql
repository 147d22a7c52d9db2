-- The latest version of every sheet of a region that still stands.
SELECT sheet.sheet_id, sheet.is_sample, version.version, version.content, version.published_at
FROM good_practice AS sheet
JOIN good_practice_version AS version USING (sheet_id)
WHERE sheet.region_id = $region_id AND sheet.retired_at IS NULL
QUALIFY version.version = max(version.version) OVER (PARTITION BY sheet.sheet_id)
ORDER BY version.published_at DESC, sheet.sheet_id

SELECT bucket, count(*) AS synergies
FROM owed_synergy($region_id, $owner_id, $today, $sunday, $silent_days)
GROUP BY bucket

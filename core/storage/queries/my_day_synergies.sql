SELECT owed.synergy_id, owed.title, owed.stage, owed.stage_since, owed.owner_id, owed.next_action, owed.next_action_on,
       owed.is_pilot, owed.row_version, owed.updated_at, owed.bucket, owed.due_or_since,
       owed.giver_firm_id, giver.name AS giver_name, owed.taker_firm_id, taker.name AS taker_name,
       have.name AS have_name, want.name AS want_name
FROM owed_synergy($region_id, $owner_id, $today, $sunday, $silent_days) AS owed
LEFT JOIN firm AS giver ON giver.firm_id = owed.giver_firm_id
LEFT JOIN firm AS taker ON taker.firm_id = owed.taker_firm_id
LEFT JOIN resource AS have ON have.resource_id = owed.have_id
LEFT JOIN resource AS want ON want.resource_id = owed.want_id
WHERE list_contains($buckets, owed.bucket)
ORDER BY owed.due_or_since, owed.synergy_id
LIMIT $most

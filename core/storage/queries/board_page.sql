SELECT synergy_id, title, stage, stage_since, stall_reason, owner_id, next_action, next_action_on, is_pilot, kind,
       giver_name, taker_name, row_version
FROM asked_synergy($region_id, $firm_id, $owner_id, $nobodys, $kind, $zone_id, $pilots, $search)
WHERE list_contains($stages, stage)
ORDER BY CASE WHEN $sort = 'due' THEN next_action_on END NULLS LAST,
         CASE WHEN $sort = 'title' THEN title END COLLATE tr NULLS LAST,
         CASE WHEN $sort = 'giver' THEN giver_name END COLLATE tr NULLS LAST,
         CASE WHEN $sort = 'taker' THEN taker_name END COLLATE tr NULLS LAST,
         CASE WHEN $sort = 'stage' THEN list_position($stages, stage) END NULLS LAST,
         CASE WHEN $sort = 'longest' THEN stage_since END NULLS LAST,
         stage_since DESC, synergy_id
LIMIT $most OFFSET $skip

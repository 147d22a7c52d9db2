-- The first of each stage: what is due first, then what moved last.
WITH placed AS (
    SELECT *, row_number() OVER (PARTITION BY stage ORDER BY next_action_on NULLS LAST, stage_since DESC, synergy_id)
              AS place
    FROM asked_synergy($region_id, $firm_id, $owner_id, $nobodys, $kind, $zone_id, $pilots, $search)
    WHERE list_contains($stages, stage)
)
SELECT synergy_id, title, stage, stage_since, stall_reason, owner_id, next_action, next_action_on, is_pilot, kind,
       giver_name, taker_name, row_version
FROM placed
WHERE place <= list_extract($most_each, list_position($stages, stage))
ORDER BY stage, place

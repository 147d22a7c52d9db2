-- One row for each other firm of each synergy that the firm takes part in, as giver, taker or further party.
WITH taking_part AS (
    SELECT synergy_id, giver_firm_id AS firm_id FROM synergy
    UNION
    SELECT synergy_id, taker_firm_id FROM synergy
    UNION
    SELECT synergy_id, firm_id FROM synergy_party WHERE retired_at IS NULL
)
SELECT synergy.synergy_id, synergy.title, synergy.stage, synergy.stage_since, synergy.next_action,
       synergy.next_action_on, synergy.giver_firm_id, synergy.taker_firm_id, firm.firm_id AS partner_id,
       firm.name AS partner
FROM synergy
JOIN taking_part AS own ON own.synergy_id = synergy.synergy_id AND own.firm_id = $firm_id
LEFT JOIN taking_part AS other ON other.synergy_id = synergy.synergy_id AND other.firm_id <> $firm_id
LEFT JOIN firm ON firm.firm_id = other.firm_id
WHERE synergy.region_id = $region_id
ORDER BY synergy.stage_since DESC, synergy.synergy_id, firm.name COLLATE tr

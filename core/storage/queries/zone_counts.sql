-- What can be counted by zone, one row a zone; each name stands in core/domain/programme/indicators.py. A firm belongs to each zone
-- in which it has a site, a synergy to the zones of both sides.
WITH member AS (
    SELECT DISTINCT zone_id, firm_id
    FROM live_site JOIN live_firm USING (firm_id)
    WHERE live_firm.region_id = $region_id AND zone_id IS NOT NULL
),
side AS (
    SELECT synergy_id, giver_zone_id AS zone_id FROM synergy_place WHERE region_id = $region_id
    UNION
    SELECT synergy_id, taker_zone_id FROM synergy_place WHERE region_id = $region_id
),
reached AS (SELECT DISTINCT synergy_id, stage FROM synergy_stage)
SELECT zone.zone_id,
    (SELECT count(*) FROM member WHERE member.zone_id = zone.zone_id) AS firms,
    (SELECT count(*) FROM live_resource JOIN live_site USING (site_id)
     WHERE live_site.zone_id = zone.zone_id AND NOT is_draft) AS resources,
    (SELECT count(*) FROM visit JOIN live_site USING (site_id) WHERE live_site.zone_id = zone.zone_id) AS visits,
    (SELECT count(DISTINCT firm_id) FROM visit JOIN live_site USING (site_id)
     WHERE live_site.zone_id = zone.zone_id) AS visited_firms,
    (SELECT coalesce(sum(women + men + not_said), 0) FROM workshop_attendance JOIN member USING (firm_id)
     WHERE member.zone_id = zone.zone_id) AS participants,
    (SELECT coalesce(sum(women), 0) FROM workshop_attendance JOIN member USING (firm_id)
     WHERE member.zone_id = zone.zone_id) AS participants_women,
    (SELECT coalesce(sum(men), 0) FROM workshop_attendance JOIN member USING (firm_id)
     WHERE member.zone_id = zone.zone_id) AS participants_men,
    (SELECT count(DISTINCT firm_id) FROM training_attendance JOIN training USING (training_id) JOIN member USING (firm_id)
     WHERE member.zone_id = zone.zone_id AND training.retired_at IS NULL) AS trained_firms,
    (SELECT count(*) FROM side WHERE side.zone_id = zone.zone_id) AS potential_synergies,
    (SELECT count(*) FROM side JOIN reached USING (synergy_id)
     WHERE side.zone_id = zone.zone_id AND stage = 'sample') AS samples,
    (SELECT count(*) FROM side JOIN reached USING (synergy_id)
     WHERE side.zone_id = zone.zone_id AND stage = 'agreement') AS agreements,
    (SELECT count(*) FROM side JOIN reached USING (synergy_id)
     WHERE side.zone_id = zone.zone_id AND stage = 'running') AS running,
    (SELECT count(*) FROM side JOIN synergy USING (synergy_id)
     WHERE side.zone_id = zone.zone_id AND is_pilot) AS pilots
FROM zone
WHERE zone.region_id = $region_id
ORDER BY zone.name_tr COLLATE tr

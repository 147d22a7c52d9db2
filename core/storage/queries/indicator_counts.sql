-- What can be counted from the records, since a day (none: since ever). Each name stands in core/domain/programme/indicators.py.
SELECT
    (SELECT count(*) FROM workshop WHERE region_id = $region_id AND held_on >= $since) AS workshops,
    (SELECT sum(women + men + not_said) FROM workshop_attendance JOIN workshop USING (workshop_id)
     WHERE region_id = $region_id AND held_on >= $since) AS participants,
    (SELECT sum(women) FROM workshop_attendance JOIN workshop USING (workshop_id)
     WHERE region_id = $region_id AND held_on >= $since) AS participants_women,
    (SELECT sum(men) FROM workshop_attendance JOIN workshop USING (workshop_id)
     WHERE region_id = $region_id AND held_on >= $since) AS participants_men,
    (SELECT count(*) FROM live_firm WHERE region_id = $region_id AND created_at >= $since) AS firms,
    (SELECT count(*) FROM live_resource WHERE region_id = $region_id AND NOT is_draft AND entered_at >= $since)
        AS resources,
    (SELECT count(*) FROM visit JOIN live_site USING (site_id) JOIN live_firm USING (firm_id)
     WHERE region_id = $region_id AND visited_on >= $since) AS visits,
    (SELECT count(DISTINCT firm_id) FROM visit JOIN live_site USING (site_id) JOIN live_firm USING (firm_id)
     WHERE region_id = $region_id AND visited_on >= $since) AS visited_firms,
    (SELECT count(*) FROM synergy WHERE region_id = $region_id AND created_at >= $since) AS potential_synergies,
    (SELECT count(DISTINCT synergy_id) FROM synergy_stage JOIN synergy USING (synergy_id)
     WHERE region_id = $region_id AND synergy_stage.stage = 'sample' AND entered_on >= $since) AS samples,
    (SELECT count(DISTINCT synergy_id) FROM synergy_stage JOIN synergy USING (synergy_id)
     WHERE region_id = $region_id AND synergy_stage.stage = 'agreement' AND entered_on >= $since) AS agreements,
    (SELECT count(DISTINCT synergy_id) FROM synergy_stage JOIN synergy USING (synergy_id)
     WHERE region_id = $region_id AND synergy_stage.stage = 'running' AND entered_on >= $since) AS running,
    (SELECT count(*) FROM synergy WHERE region_id = $region_id AND is_pilot AND created_at >= $since) AS pilots,
    (SELECT count(*) FROM meeting WHERE region_id = $region_id AND retired_at IS NULL AND held_on >= $since) AS meetings,
    (SELECT sum(women + men + not_said) FROM meeting
     WHERE region_id = $region_id AND retired_at IS NULL AND held_on >= $since) AS meeting_participants,
    (SELECT sum(women) FROM meeting
     WHERE region_id = $region_id AND retired_at IS NULL AND held_on >= $since) AS meeting_participants_women,
    (SELECT sum(men) FROM meeting
     WHERE region_id = $region_id AND retired_at IS NULL AND held_on >= $since) AS meeting_participants_men,
    (SELECT count(*) FROM attended_training WHERE region_id = $region_id AND held_on >= $since) AS trainings,
    (SELECT count(*) FROM attended_training WHERE region_id = $region_id AND kind = 'trainers' AND held_on >= $since)
        AS trainings_of_trainers,
    (SELECT sum(women + men + not_said) FROM attended_training WHERE region_id = $region_id AND held_on >= $since)
        AS training_participants,
    (SELECT sum(women) FROM attended_training WHERE region_id = $region_id AND held_on >= $since)
        AS training_participants_women,
    (SELECT sum(men) FROM attended_training WHERE region_id = $region_id AND held_on >= $since)
        AS training_participants_men,
    (SELECT count(DISTINCT firm_id) FROM training_attendance JOIN training USING (training_id)
     WHERE region_id = $region_id AND retired_at IS NULL AND held_on >= $since) AS trained_firms

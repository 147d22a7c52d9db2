SELECT
    (SELECT count(*) FROM live_firm WHERE region_id = $region_id) AS firms,
    (SELECT count(*) FROM live_site JOIN live_firm USING (firm_id) WHERE region_id = $region_id) AS sites,
    (SELECT count(DISTINCT firm_id) FROM visit JOIN live_site USING (site_id) JOIN live_firm USING (firm_id)
     WHERE region_id = $region_id) AS visited_firms,
    (SELECT count(*) FROM live_resource WHERE region_id = $region_id AND direction = 'have' AND NOT is_draft) AS haves,
    (SELECT count(*) FROM live_resource WHERE region_id = $region_id AND direction = 'want' AND NOT is_draft) AS wants,
    (SELECT count(*) FROM workshop WHERE region_id = $region_id) AS workshops,
    (SELECT sum(women + men + not_said) FROM workshop_attendance JOIN workshop USING (workshop_id)
     WHERE region_id = $region_id) AS participants,
    (SELECT sum(women) FROM workshop_attendance JOIN workshop USING (workshop_id)
     WHERE region_id = $region_id) AS women,
    (SELECT sum(men) FROM workshop_attendance JOIN workshop USING (workshop_id)
     WHERE region_id = $region_id) AS men,
    (SELECT count(*) FROM synergy WHERE region_id = $region_id) AS synergies

-- What there was on the last day of a period, and what happened within it.
WITH known AS (
    -- A firm is known since the first that was written down of it, for records may be entered long afterwards.
    SELECT firm.firm_id, firm.retired_at, least(
        CAST(firm.created_at AS DATE),
        (SELECT min(CAST(entered_at AS DATE)) FROM resource JOIN site USING (site_id) WHERE site.firm_id = firm.firm_id),
        (SELECT min(visited_on) FROM visit JOIN site USING (site_id) WHERE site.firm_id = firm.firm_id),
        (SELECT min(held_on) FROM workshop_attendance JOIN workshop USING (workshop_id)
         WHERE workshop_attendance.firm_id = firm.firm_id)
    ) AS since
    FROM firm
    WHERE firm.region_id = $region_id
),
card AS (
    SELECT resource.direction FROM resource JOIN site USING (site_id) JOIN firm USING (firm_id)
    WHERE firm.region_id = $region_id AND NOT resource.is_draft AND CAST(resource.entered_at AS DATE) <= $last
      AND (resource.retired_at IS NULL OR CAST(resource.retired_at AS DATE) > $last)
),
visited AS (
    SELECT visit.visit_id, site.firm_id FROM visit JOIN site USING (site_id) JOIN firm USING (firm_id)
    WHERE firm.region_id = $region_id AND visit.visited_on BETWEEN $first AND $last
),
attended AS (
    SELECT workshop_attendance.* FROM workshop_attendance JOIN workshop USING (workshop_id)
    WHERE workshop.region_id = $region_id AND workshop.held_on BETWEEN $first AND $last
),
begun AS (
    SELECT synergy_id, min(entered_on) AS entered_on FROM synergy_stage JOIN synergy USING (synergy_id)
    WHERE synergy.region_id = $region_id
    GROUP BY synergy_id
)
SELECT
    (SELECT count(*) FROM known
     WHERE since <= $last AND (retired_at IS NULL OR CAST(retired_at AS DATE) > $last)) AS firms,
    (SELECT count(*) FROM card WHERE direction = 'have') AS haves,
    (SELECT count(*) FROM card WHERE direction = 'want') AS wants,
    (SELECT count(*) FROM begun WHERE entered_on <= $last) AS synergies,
    (SELECT count(*) FROM begun WHERE entered_on BETWEEN $first AND $last) AS new_synergies,
    (SELECT count(*) FROM visited) AS visits,
    (SELECT count(DISTINCT firm_id) FROM visited) AS visited_firms,
    (SELECT count(*) FROM workshop
     WHERE region_id = $region_id AND held_on BETWEEN $first AND $last) AS workshops,
    (SELECT count(DISTINCT firm_id) FROM attended) AS workshop_firms,
    (SELECT coalesce(sum(women + men + not_said), 0) FROM attended) AS participants,
    (SELECT coalesce(sum(women), 0) FROM attended) AS women,
    (SELECT coalesce(sum(men), 0) FROM attended) AS men,
    (SELECT coalesce(sum(not_said), 0) FROM attended) AS not_said

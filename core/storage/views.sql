-- Views stand here and are laid anew at each start, so that a migration may change the tables below them.

CREATE OR REPLACE VIEW live_firm AS SELECT * FROM firm WHERE retired_at IS NULL;

CREATE OR REPLACE VIEW live_site AS
SELECT site.*, zone.name_tr AS zone_name_tr, zone.name_en AS zone_name_en, zone.short_name AS zone_short_name,
       main.code AS nace, main.revision AS nace_revision
FROM site
LEFT JOIN zone USING (zone_id)
LEFT JOIN site_nace AS main ON main.site_id = site.site_id AND main.is_main
WHERE site.retired_at IS NULL;

CREATE OR REPLACE VIEW live_resource AS
SELECT resource.*, site.firm_id, firm.region_id
FROM resource
JOIN site USING (site_id)
JOIN firm USING (firm_id)
WHERE resource.retired_at IS NULL AND site.retired_at IS NULL AND firm.retired_at IS NULL;

-- The cards of each synergy: its main ones and those that further givers and takers bring.
CREATE OR REPLACE VIEW synergy_card AS
SELECT synergy_id, have_id AS resource_id FROM synergy WHERE have_id IS NOT NULL
UNION
SELECT synergy_id, want_id FROM synergy WHERE want_id IS NOT NULL
UNION
SELECT synergy_id, resource_id FROM synergy_party
WHERE resource_id IS NOT NULL AND retired_at IS NULL AND role IN ('giver', 'taker');

-- What running synergies take of each card, in the card's yearly unit. Several cards of one side of a synergy share its
-- amount as their own amounts stand to each other, evenly where these cannot be compared. A one-off flow is over once it
-- is verified: it leaves what comes every year, and has used up what came once. `not_known`: flows that say no amount in
-- the card's unit.
CREATE OR REPLACE VIEW resource_taken AS
WITH flow AS (
    SELECT synergy.synergy_id, resource.resource_id, resource.direction,
           CASE WHEN synergy.yearly_unit = resource.yearly_unit THEN synergy.yearly_amount END AS amount,
           CASE WHEN synergy.yearly_unit = resource.yearly_unit AND resource.yearly_amount > 0
                THEN resource.yearly_amount END AS weight
    FROM synergy_card
    JOIN synergy USING (synergy_id)
    JOIN resource USING (resource_id)
    WHERE synergy.stage = 'running'
       OR synergy.stage = 'verified' AND (
           coalesce(synergy.recurrence = 'recurring', synergy.period IS DISTINCT FROM 'once')
           OR coalesce(resource.period = 'once', FALSE)
           OR resource.recurrence = 'one_off'
       )
),
shared AS (
    SELECT *,
           CASE WHEN count(weight) OVER side = count(*) OVER side THEN weight / sum(weight) OVER side
                ELSE 1.0 / count(*) OVER side END AS share
    FROM flow
    WINDOW side AS (PARTITION BY synergy_id, direction)
)
SELECT resource_id, count(*) AS taken_by, count(*) - count(amount) AS not_known,
       coalesce(sum(amount * share), 0) AS taken_amount
FROM shared
GROUP BY resource_id;

-- A card's yearly amount, what of it is taken, and what remains (NULL: its amount is not known).
CREATE OR REPLACE VIEW resource_left AS
SELECT resource.resource_id, coalesce(resource_taken.taken_by, 0) AS taken_by,
       coalesce(resource_taken.taken_amount, 0) AS taken_amount,
       CASE WHEN resource.yearly_amount IS NOT NULL  -- greatest() passes NULL over: unknown would become nothing
            THEN greatest(round(resource.yearly_amount - coalesce(resource_taken.taken_amount, 0), 6), 0)
       END AS remaining_amount,
       coalesce(resource_taken.taken_amount > 0 AND resource.yearly_amount - resource_taken.taken_amount < 0.0000005,
                FALSE) AS is_used_up
FROM resource
LEFT JOIN resource_taken USING (resource_id);

-- A text as people compare it: core.domain.text.fold, for whole columns. A test holds the two together.
CREATE OR REPLACE MACRO folded(said) AS trim(regexp_replace(
    translate(strip_accents(said), 'ABCDEFGHIJKLMNOPQRSTUVWXYZıøØđĐłŁ''’‘', 'abcdefghijklmnopqrstuvwxyziooddll'),
    '\s+', ' ', 'g'
));

-- What somebody owes: each synergy in one bucket, by the date of its next action or by when it was last heard of.
-- Silent: followed, nothing planned, and neither log nor stage moved for so many days. What stalled counts only where a
-- date was set for afterwards; what was dropped never.
CREATE OR REPLACE MACRO owed_synergy(of_region, of_owner, of_today, of_sunday, of_silent_days) AS TABLE
WITH open AS (
    SELECT *, stage IN ('contacted', 'meeting', 'sample', 'feasibility', 'agreement') AS is_followed
    FROM synergy
    WHERE region_id = of_region AND (of_owner IS NULL OR owner_id = of_owner) AND stage <> 'dropped'
      AND (stage <> 'stalled' OR next_action_on > stage_since)
),
heard AS (
    SELECT synergy_id, max(made_on) AS heard_on
    FROM log_entry
    WHERE retired_at IS NULL AND synergy_id IN (SELECT synergy_id FROM open WHERE next_action_on IS NULL AND is_followed)
    GROUP BY synergy_id
),
dated AS (
    SELECT open.*, coalesce(greatest(stage_since, heard_on), stage_since) AS quiet_since
    FROM open LEFT JOIN heard USING (synergy_id)
    WHERE next_action_on IS NOT NULL OR next_action IS NOT NULL OR is_followed
)
SELECT *,
       CASE WHEN next_action_on < of_today THEN 'overdue'
            WHEN next_action_on <= of_sunday THEN 'this_week'
            WHEN next_action_on IS NOT NULL THEN 'later'
            WHEN is_followed AND quiet_since < of_today - to_days(of_silent_days) THEN 'silent'
            ELSE 'undated' END AS bucket,
       coalesce(next_action_on, quiet_since) AS due_or_since
FROM dated;

-- The synergies that filters leave, with the names of their main firms. A filter that is NULL, FALSE or '' asks nothing.
CREATE OR REPLACE MACRO asked_synergy(
    of_region, of_firm, of_owner, of_nobody, of_kind, of_zone, of_pilots, of_search
) AS TABLE
SELECT synergy.*, giver.name AS giver_name, taker.name AS taker_name
FROM synergy
LEFT JOIN firm AS giver ON giver.firm_id = synergy.giver_firm_id
LEFT JOIN firm AS taker ON taker.firm_id = synergy.taker_firm_id
WHERE synergy.region_id = of_region
  AND (of_firm IS NULL OR synergy.giver_firm_id = of_firm OR synergy.taker_firm_id = of_firm)
  AND (of_owner IS NULL OR synergy.owner_id = of_owner)
  AND (NOT of_nobody OR synergy.owner_id IS NULL)
  AND (of_kind IS NULL OR synergy.kind = of_kind)
  AND (of_zone IS NULL
       OR synergy.giver_firm_id IN (SELECT firm_id FROM live_site WHERE zone_id = of_zone)
       OR synergy.taker_firm_id IN (SELECT firm_id FROM live_site WHERE zone_id = of_zone))
  AND (NOT of_pilots OR synergy.is_pilot)
  AND (of_search = '' OR contains(folded(concat_ws(' ', synergy.title, giver.name, taker.name)), of_search));

-- A training with all who took part: those of firms and, as `own_…` beside, those who come from no firm.
CREATE OR REPLACE VIEW attended_training AS
WITH sent AS (
    SELECT training_id, count(*) AS firms, sum(women)::INTEGER AS women, sum(men)::INTEGER AS men,
           sum(not_said)::INTEGER AS not_said
    FROM training_attendance GROUP BY training_id
)
SELECT training.* EXCLUDE (women, men, not_said), training.women AS own_women, training.men AS own_men,
       training.not_said AS own_not_said, coalesce(sent.firms, 0) AS firms,
       training.women + coalesce(sent.women, 0) AS women, training.men + coalesce(sent.men, 0) AS men,
       training.not_said + coalesce(sent.not_said, 0) AS not_said
FROM training
LEFT JOIN sent USING (training_id)
WHERE training.retired_at IS NULL;

-- In which zone each side of a synergy is: where its card is, else the firm's first site.
CREATE OR REPLACE VIEW synergy_place AS
WITH first_site AS (
    SELECT firm_id, min_by(site_id, created_at) AS site_id FROM live_site GROUP BY firm_id
)
SELECT synergy.synergy_id, synergy.region_id, synergy.title, synergy.stage, synergy.is_pilot, synergy.giver_firm_id,
       synergy.taker_firm_id, giver.zone_id AS giver_zone_id, taker.zone_id AS taker_zone_id
FROM synergy
LEFT JOIN resource AS have ON have.resource_id = synergy.have_id
LEFT JOIN resource AS want ON want.resource_id = synergy.want_id
LEFT JOIN first_site AS giver_first ON giver_first.firm_id = synergy.giver_firm_id
LEFT JOIN first_site AS taker_first ON taker_first.firm_id = synergy.taker_firm_id
LEFT JOIN live_site AS giver ON giver.site_id = coalesce(have.site_id, giver_first.site_id)
LEFT JOIN live_site AS taker ON taker.site_id = coalesce(want.site_id, taker_first.site_id);

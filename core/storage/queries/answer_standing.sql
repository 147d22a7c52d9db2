-- The latest answer for each firm and suggestion, unless it was taken back: an older one does not come to life again.
WITH latest AS (
    SELECT * FROM answer
    WHERE region_id = $region_id
    QUALIFY row_number() OVER (
        PARTITION BY firm_id, sort, have_id, want_id, other_card_id, other_firm_id
        ORDER BY answered_at DESC, answer_id DESC
    ) = 1
)
SELECT latest.*, firm.name AS firm_name, have.name AS have_name, want.name AS want_name, other.name AS other_card_name,
       other_firm.name AS other_firm_name, have_site.firm_id AS have_firm_id, want_site.firm_id AS want_firm_id
FROM latest
JOIN firm ON firm.firm_id = latest.firm_id
LEFT JOIN resource AS have ON have.resource_id = latest.have_id
LEFT JOIN resource AS want ON want.resource_id = latest.want_id
LEFT JOIN resource AS other ON other.resource_id = latest.other_card_id
LEFT JOIN firm AS other_firm ON other_firm.firm_id = latest.other_firm_id
LEFT JOIN site AS have_site ON have_site.site_id = have.site_id
LEFT JOIN site AS want_site ON want_site.site_id = want.site_id
WHERE latest.withdrawn_at IS NULL
ORDER BY latest.answered_at DESC, latest.answer_id DESC

-- What a card lacks for a suggestion is what core.domain.register.quality.lacking says; a test holds the two together.
WITH own_firm AS (
    SELECT unnest([giver_firm_id, taker_firm_id]) AS firm_id
    FROM synergy
    WHERE region_id = $region_id AND stage NOT IN ('idea', 'stalled', 'dropped')
      AND ($owner_id IS NULL OR owner_id = $owner_id)
    UNION
    SELECT site.firm_id
    FROM visit JOIN site USING (site_id)
    WHERE $owner_id IS NULL OR visit.advisor_id = $owner_id
),
lacking AS (
    SELECT resource.resource_id, resource.name, resource.direction, resource.is_draft, resource.entered_at,
           firm.firm_id, firm.name AS firm_name, own_firm.firm_id IS NOT NULL AS is_own,
           list_filter([
               CASE WHEN resource.yearly_amount IS NULL AND resource.kind IN ('material', 'energy', 'water')
                    THEN 'quantity' END,
               CASE WHEN coalesce(trim(resource.description), '') = '' THEN 'description' END,
               CASE WHEN site.lat IS NULL AND coalesce(trim(site.zone_id), '') = '' AND coalesce(trim(site.district), '') = ''
                    THEN 'place' END,
               CASE WHEN resource.kind = 'material' AND resource.direction = 'have'
                         AND coalesce(trim(resource.waste_codes), '') = ''
                    THEN 'waste_code' END
           ], lambda one: one IS NOT NULL) AS lacks
    FROM live_resource AS resource
    JOIN live_site AS site USING (site_id)
    JOIN live_firm AS firm ON firm.firm_id = resource.firm_id
    LEFT JOIN own_firm ON own_firm.firm_id = resource.firm_id
    WHERE resource.region_id = $region_id AND ($owner_id IS NULL OR own_firm.firm_id IS NOT NULL)
)
SELECT *, count(*) OVER () AS found
FROM lacking
WHERE is_draft OR len(lacks) > 0
ORDER BY is_own DESC, is_draft DESC, len(lacks) DESC, resource_id
LIMIT $most

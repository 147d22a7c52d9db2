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

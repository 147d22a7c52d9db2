SELECT site_permit.* FROM site_permit JOIN site USING (site_id)
WHERE site.firm_id = $firm_id
ORDER BY position

DELETE FROM site_permit WHERE site_id IN (SELECT unnest($site_ids))

DELETE FROM site_nace WHERE site_id IN (SELECT unnest($site_ids))

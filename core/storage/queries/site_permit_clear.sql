DELETE FROM site_permit WHERE site_id = $site_id

DELETE FROM site_nace WHERE site_id = $site_id

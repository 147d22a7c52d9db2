SELECT site.* FROM site JOIN firm USING (firm_id) WHERE firm.region_id = $region_id

SELECT * FROM firm WHERE firm_id = $firm_id

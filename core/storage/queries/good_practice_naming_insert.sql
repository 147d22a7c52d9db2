INSERT INTO good_practice_naming (sheet_id, version, firm_id, given_by, given_on, given_how)
VALUES ($sheet_id, $version, $firm_id, $given_by, $given_on, $given_how)

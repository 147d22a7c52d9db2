-- Retired ones too: an import must not bring back what somebody took out of use.
SELECT * FROM firm WHERE region_id = $region_id

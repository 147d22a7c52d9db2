SELECT * FROM synergy_party WHERE party_id = $party_id

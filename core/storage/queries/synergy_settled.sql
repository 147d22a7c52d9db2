-- What the legal path and the ledger of impact know of a synergy.
SELECT EXISTS (SELECT 1 FROM legal_path WHERE synergy_id = $synergy_id AND (route IS NOT NULL OR carrier IS NOT NULL))
       OR EXISTS (SELECT 1 FROM legal_answer WHERE synergy_id = $synergy_id AND said IS NOT NULL)
       OR EXISTS (SELECT 1 FROM by_product_check WHERE synergy_id = $synergy_id) AS is_legal_opened,
       EXISTS (SELECT 1 FROM legal_path WHERE synergy_id = $synergy_id AND carrier IS NOT NULL) AS has_carrier,
       EXISTS (SELECT 1 FROM impact_entry
               WHERE synergy_id = $synergy_id AND basis = 'verified' AND confirmed_on IS NOT NULL
                 AND withdrawn_on IS NULL) AS has_verified_impact

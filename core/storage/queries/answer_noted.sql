-- The answers with a note to one suggestion for one firm, those too that newer ones have replaced.
SELECT * FROM answer
WHERE firm_id = $firm_id AND sort = $sort AND have_id IS NOT DISTINCT FROM $have_id
  AND want_id IS NOT DISTINCT FROM $want_id AND other_card_id IS NOT DISTINCT FROM $other_card_id
  AND other_firm_id IS NOT DISTINCT FROM $other_firm_id AND note IS NOT NULL
ORDER BY answer_id

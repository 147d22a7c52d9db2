-- The answers with a note to one pair for one firm, those too that newer ones have replaced.
SELECT * FROM answer
WHERE firm_id = $firm_id AND have_id = $have_id AND want_id = $want_id AND note IS NOT NULL
ORDER BY answer_id

-- A correction of an entry that was neither withdrawn nor refused.
SELECT entry_id FROM impact_entry
WHERE supersedes = $entry_id AND withdrawn_on IS NULL AND refused_on IS NULL
LIMIT 1

-- Who would carry, as the cards of a synergy say.
SELECT transporter FROM resource
WHERE transporter IS NOT NULL AND resource_id IN (
    SELECT unnest([have_id, want_id]) FROM synergy WHERE synergy_id = $synergy_id
)
ORDER BY resource_id

-- The trail of a synergy and of all that hangs on it.
WITH part AS (
    SELECT 'synergy' AS record_type, $synergy_id AS record_id
    UNION ALL SELECT 'synergy_party', party_id FROM synergy_party WHERE synergy_id = $synergy_id
    UNION ALL SELECT 'synergy_barrier', barrier_id FROM synergy_barrier WHERE synergy_id = $synergy_id
    UNION ALL SELECT 'log_entry', log_entry_id FROM log_entry WHERE synergy_id = $synergy_id
    UNION ALL SELECT 'synergy_file', synergy_file_id FROM synergy_file WHERE synergy_id = $synergy_id
    UNION ALL
    SELECT 'synergy_readiness', synergy_id || ':' || perspective FROM synergy_readiness
    WHERE synergy_id = $synergy_id
)
SELECT audit.acted_at, audit.user_id, audit.role, audit.action, audit.record_type, audit.record_id,
       audit.changed_fields
FROM audit
JOIN part USING (record_type, record_id)
ORDER BY audit.acted_at DESC, audit.audit_id DESC

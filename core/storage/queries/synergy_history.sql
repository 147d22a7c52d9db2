-- The trail of a synergy and of all that hangs on it; `about` names the part: a firm or file by its name, else a code.
WITH part AS (
    SELECT 'synergy' AS record_type, $synergy_id AS record_id, NULL AS about
    UNION ALL
    SELECT 'synergy_party', synergy_party.party_id, firm.name
    FROM synergy_party LEFT JOIN firm USING (firm_id) WHERE synergy_party.synergy_id = $synergy_id
    UNION ALL SELECT 'synergy_barrier', barrier_id, reason FROM synergy_barrier WHERE synergy_id = $synergy_id
    UNION ALL SELECT 'log_entry', log_entry_id, way FROM log_entry WHERE synergy_id = $synergy_id
    UNION ALL SELECT 'synergy_file', synergy_file_id, name FROM synergy_file WHERE synergy_id = $synergy_id
    UNION ALL
    SELECT 'synergy_readiness', synergy_id || ':' || perspective, perspective FROM synergy_readiness
    WHERE synergy_id = $synergy_id
    UNION ALL SELECT 'legal_path', synergy_id, NULL FROM legal_path WHERE synergy_id = $synergy_id
    UNION ALL
    SELECT 'legal_answer', synergy_id || ':' || question_id, question_id FROM legal_answer
    WHERE synergy_id = $synergy_id
    UNION ALL
    SELECT 'legal_paper', synergy_id || ':' || outcome_id, outcome_id FROM legal_paper
    WHERE synergy_id = $synergy_id
    UNION ALL SELECT 'by_product_check', check_id, result FROM by_product_check WHERE synergy_id = $synergy_id
    UNION ALL SELECT 'impact_entry', entry_id, measure FROM impact_entry WHERE synergy_id = $synergy_id
    UNION ALL SELECT 'expert_request', request_id, NULL FROM expert_request WHERE synergy_id = $synergy_id
)
SELECT audit.acted_at, audit.user_id, audit.role, audit.action, audit.record_type, audit.record_id,
       audit.changed_fields, part.about
FROM audit
JOIN part USING (record_type, record_id)
ORDER BY audit.acted_at DESC, audit.audit_id DESC

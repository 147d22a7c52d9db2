SELECT 'answer' AS table_name, count(*) AS row_count FROM answer
UNION ALL
SELECT 'audit', count(*) FROM audit
UNION ALL
SELECT 'audit_value', count(*) FROM audit_value
UNION ALL
SELECT 'contact', count(*) FROM contact
UNION ALL
SELECT 'district', count(*) FROM district
UNION ALL
SELECT 'draft', count(*) FROM draft
UNION ALL
SELECT 'firm', count(*) FROM firm
UNION ALL
SELECT 'impact_factor', count(*) FROM impact_factor
UNION ALL
SELECT 'nace', count(*) FROM nace
UNION ALL
SELECT 'opportunity', count(*) FROM opportunity
UNION ALL
SELECT 'own_precedent', count(*) FROM own_precedent
UNION ALL
SELECT 'precedent_consent', count(*) FROM precedent_consent
UNION ALL
SELECT 'region', count(*) FROM region
UNION ALL
SELECT 'resource', count(*) FROM resource
UNION ALL
SELECT 'resource_photo', count(*) FROM resource_photo
UNION ALL
SELECT 'setting', count(*) FROM setting
UNION ALL
SELECT 'site', count(*) FROM site
UNION ALL
SELECT 'site_nace', count(*) FROM site_nace
UNION ALL
SELECT 'site_permit', count(*) FROM site_permit
UNION ALL
SELECT 'synergy', count(*) FROM synergy
UNION ALL
SELECT 'synergy_stage', count(*) FROM synergy_stage
UNION ALL
SELECT 'visit', count(*) FROM visit
UNION ALL
SELECT 'waste_code', count(*) FROM waste_code
UNION ALL
SELECT 'workshop', count(*) FROM workshop
UNION ALL
SELECT 'workshop_attendance', count(*) FROM workshop_attendance
UNION ALL
SELECT 'zone', count(*) FROM zone
UNION ALL
SELECT 'log_entry', count(*) FROM log_entry
UNION ALL
SELECT 'synergy_barrier', count(*) FROM synergy_barrier
UNION ALL
SELECT 'synergy_file', count(*) FROM synergy_file
UNION ALL
SELECT 'synergy_party', count(*) FROM synergy_party
UNION ALL
SELECT 'synergy_readiness', count(*) FROM synergy_readiness
UNION ALL
SELECT 'user_account', count(*) FROM user_account
UNION ALL
SELECT 'deflator', count(*) FROM deflator
UNION ALL
SELECT 'exchange_rate', count(*) FROM exchange_rate
UNION ALL
SELECT 'impact_entry', count(*) FROM impact_entry
UNION ALL
SELECT 'impact_evidence', count(*) FROM impact_evidence
UNION ALL
SELECT 'indicator_value', count(*) FROM indicator_value
UNION ALL
SELECT 'programme_indicator', count(*) FROM programme_indicator
UNION ALL
SELECT 'by_product_check', count(*) FROM by_product_check
UNION ALL
SELECT 'by_product_condition', count(*) FROM by_product_condition
UNION ALL
SELECT 'issued_report', count(*) FROM issued_report
UNION ALL
SELECT 'issued_report_withdrawal', count(*) FROM issued_report_withdrawal
UNION ALL
SELECT 'legal_answer', count(*) FROM legal_answer
UNION ALL
SELECT 'legal_paper', count(*) FROM legal_paper
UNION ALL
SELECT 'legal_path', count(*) FROM legal_path
UNION ALL
SELECT 'expert', count(*) FROM expert
UNION ALL
SELECT 'expert_request', count(*) FROM expert_request
UNION ALL
SELECT 'research', count(*) FROM research
UNION ALL
SELECT 'support_application', count(*) FROM support_application
UNION ALL
SELECT 'support_call', count(*) FROM support_call
UNION ALL
SELECT 'support_cost', count(*) FROM support_cost
UNION ALL
SELECT 'support_step', count(*) FROM support_step
UNION ALL
SELECT 'body', count(*) FROM body
UNION ALL
SELECT 'meeting', count(*) FROM meeting
UNION ALL
SELECT 'meeting_action', count(*) FROM meeting_action
UNION ALL
SELECT 'meeting_decision', count(*) FROM meeting_decision
UNION ALL
SELECT 'training', count(*) FROM training
UNION ALL
SELECT 'training_attendance', count(*) FROM training_attendance
UNION ALL
SELECT 'zone_target', count(*) FROM zone_target
UNION ALL
SELECT 'good_practice', count(*) FROM good_practice
UNION ALL
SELECT 'good_practice_naming', count(*) FROM good_practice_naming
UNION ALL
SELECT 'good_practice_version', count(*) FROM good_practice_version

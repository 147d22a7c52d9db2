-- Records that name another one which is not there: nothing forbids it, since DuckDB's foreign keys forbid ALTER TABLE.
SELECT 'site' AS record_type, site_id AS record_id, 'firm_id' AS field, firm_id AS value
FROM site WHERE NOT EXISTS (SELECT 1 FROM firm WHERE firm.firm_id = site.firm_id)
UNION ALL
SELECT 'site', site_id, 'zone_id', zone_id
FROM site WHERE zone_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM zone WHERE zone.zone_id = site.zone_id)
UNION ALL
SELECT 'site_nace', site_id, 'site_id', site_id
FROM site_nace WHERE NOT EXISTS (SELECT 1 FROM site WHERE site.site_id = site_nace.site_id)
UNION ALL
SELECT 'site_permit', site_id, 'site_id', site_id
FROM site_permit WHERE NOT EXISTS (SELECT 1 FROM site WHERE site.site_id = site_permit.site_id)
UNION ALL
SELECT 'contact', contact_id, 'firm_id', firm_id
FROM contact WHERE NOT EXISTS (SELECT 1 FROM firm WHERE firm.firm_id = contact.firm_id)
UNION ALL
SELECT 'contact', contact_id, 'site_id', site_id
FROM contact WHERE site_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM site WHERE site.site_id = contact.site_id)
UNION ALL
SELECT 'resource', resource_id, 'site_id', site_id
FROM resource WHERE NOT EXISTS (SELECT 1 FROM site WHERE site.site_id = resource.site_id)
UNION ALL
SELECT 'resource_photo', resource_id, 'resource_id', resource_id
FROM resource_photo WHERE NOT EXISTS (SELECT 1 FROM resource WHERE resource.resource_id = resource_photo.resource_id)
UNION ALL
SELECT 'visit', visit_id, 'site_id', site_id
FROM visit WHERE NOT EXISTS (SELECT 1 FROM site WHERE site.site_id = visit.site_id)
UNION ALL
SELECT 'opportunity', opportunity_id, 'site_id', site_id
FROM opportunity WHERE NOT EXISTS (SELECT 1 FROM site WHERE site.site_id = opportunity.site_id)
UNION ALL
SELECT 'opportunity', opportunity_id, 'visit_id', visit_id
FROM opportunity
WHERE visit_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM visit WHERE visit.visit_id = opportunity.visit_id)
UNION ALL
SELECT 'workshop_attendance', workshop_id, 'workshop_id', workshop_id
FROM workshop_attendance
WHERE NOT EXISTS (SELECT 1 FROM workshop WHERE workshop.workshop_id = workshop_attendance.workshop_id)
UNION ALL
SELECT 'workshop_attendance', workshop_id, 'firm_id', firm_id
FROM workshop_attendance WHERE NOT EXISTS (SELECT 1 FROM firm WHERE firm.firm_id = workshop_attendance.firm_id)
UNION ALL
SELECT 'synergy', synergy_id, 'giver_firm_id', giver_firm_id
FROM synergy WHERE NOT EXISTS (SELECT 1 FROM firm WHERE firm.firm_id = synergy.giver_firm_id)
UNION ALL
SELECT 'synergy', synergy_id, 'taker_firm_id', taker_firm_id
FROM synergy WHERE NOT EXISTS (SELECT 1 FROM firm WHERE firm.firm_id = synergy.taker_firm_id)
UNION ALL
SELECT 'synergy', synergy_id, 'have_id', have_id
FROM synergy WHERE have_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM resource WHERE resource_id = synergy.have_id)
UNION ALL
SELECT 'synergy', synergy_id, 'want_id', want_id
FROM synergy WHERE want_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM resource WHERE resource_id = synergy.want_id)
UNION ALL
SELECT 'synergy', synergy_id, 'workshop_id', workshop_id
FROM synergy
WHERE workshop_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM workshop WHERE workshop.workshop_id = synergy.workshop_id)
UNION ALL
SELECT 'synergy', synergy_id, 'visit_id', visit_id
FROM synergy WHERE visit_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM visit WHERE visit.visit_id = synergy.visit_id)
UNION ALL
SELECT 'synergy_stage', synergy_id, 'synergy_id', synergy_id
FROM synergy_stage WHERE NOT EXISTS (SELECT 1 FROM synergy WHERE synergy.synergy_id = synergy_stage.synergy_id)
UNION ALL
SELECT 'firm', firm_id, 'region_id', region_id
FROM firm WHERE NOT EXISTS (SELECT 1 FROM region WHERE region.region_id = firm.region_id)
UNION ALL
SELECT 'answer', answer_id, 'firm_id', firm_id
FROM answer WHERE NOT EXISTS (SELECT 1 FROM firm WHERE firm.firm_id = answer.firm_id)
UNION ALL
SELECT 'answer', answer_id, 'have_id', have_id
FROM answer
WHERE have_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM resource WHERE resource.resource_id = answer.have_id)
UNION ALL
SELECT 'answer', answer_id, 'want_id', want_id
FROM answer
WHERE want_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM resource WHERE resource.resource_id = answer.want_id)
UNION ALL
SELECT 'answer', answer_id, 'other_card_id', other_card_id
FROM answer
WHERE other_card_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM resource WHERE resource.resource_id = answer.other_card_id)
UNION ALL
SELECT 'answer', answer_id, 'other_firm_id', other_firm_id
FROM answer
WHERE other_firm_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM firm WHERE firm.firm_id = answer.other_firm_id)
UNION ALL
SELECT 'precedent_consent', precedent_id, 'precedent_id', precedent_id
FROM precedent_consent WHERE NOT EXISTS (SELECT 1 FROM own_precedent WHERE own_precedent.precedent_id = precedent_consent.precedent_id)
UNION ALL
SELECT 'precedent_consent', precedent_id, 'synergy_id', synergy_id
FROM precedent_consent WHERE NOT EXISTS (SELECT 1 FROM synergy WHERE synergy.synergy_id = precedent_consent.synergy_id)
UNION ALL
SELECT 'precedent_consent', precedent_id, 'firm_id', firm_id
FROM precedent_consent WHERE NOT EXISTS (SELECT 1 FROM firm WHERE firm.firm_id = precedent_consent.firm_id)
UNION ALL
SELECT 'audit_value', audit_id, 'audit_id', audit_id
FROM audit_value WHERE NOT EXISTS (SELECT 1 FROM audit WHERE audit.audit_id = audit_value.audit_id)
UNION ALL
SELECT 'log_entry', log_entry_id, 'synergy_id', synergy_id
FROM log_entry WHERE NOT EXISTS (SELECT 1 FROM synergy WHERE synergy.synergy_id = log_entry.synergy_id)
UNION ALL
SELECT 'synergy_barrier', barrier_id, 'synergy_id', synergy_id
FROM synergy_barrier WHERE NOT EXISTS (SELECT 1 FROM synergy WHERE synergy.synergy_id = synergy_barrier.synergy_id)
UNION ALL
SELECT 'synergy_file', synergy_file_id, 'synergy_id', synergy_id
FROM synergy_file WHERE NOT EXISTS (SELECT 1 FROM synergy WHERE synergy.synergy_id = synergy_file.synergy_id)
UNION ALL
SELECT 'synergy_party', party_id, 'synergy_id', synergy_id
FROM synergy_party WHERE NOT EXISTS (SELECT 1 FROM synergy WHERE synergy.synergy_id = synergy_party.synergy_id)
UNION ALL
SELECT 'synergy_readiness', synergy_id, 'synergy_id', synergy_id
FROM synergy_readiness WHERE NOT EXISTS (SELECT 1 FROM synergy WHERE synergy.synergy_id = synergy_readiness.synergy_id)
UNION ALL
SELECT 'synergy_party', party_id, 'firm_id', firm_id
FROM synergy_party
WHERE firm_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM firm WHERE firm.firm_id = synergy_party.firm_id)
UNION ALL
SELECT 'log_entry', log_entry_id, 'firm_id', firm_id
FROM log_entry
WHERE firm_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM firm WHERE firm.firm_id = log_entry.firm_id)
UNION ALL
SELECT 'impact_entry', entry_id, 'synergy_id', synergy_id
FROM impact_entry WHERE NOT EXISTS (SELECT 1 FROM synergy WHERE synergy.synergy_id = impact_entry.synergy_id)
UNION ALL
SELECT 'impact_entry', entry_id, 'firm_id', firm_id
FROM impact_entry
WHERE firm_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM firm WHERE firm.firm_id = impact_entry.firm_id)
UNION ALL
SELECT 'impact_entry', entry_id, 'supersedes', supersedes
FROM impact_entry
WHERE supersedes IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM impact_entry AS older WHERE older.entry_id = impact_entry.supersedes)
UNION ALL
SELECT 'impact_evidence', entry_id, 'entry_id', entry_id
FROM impact_evidence WHERE NOT EXISTS (SELECT 1 FROM impact_entry WHERE impact_entry.entry_id = impact_evidence.entry_id)
UNION ALL
SELECT 'impact_evidence', entry_id, 'synergy_file_id', synergy_file_id
FROM impact_evidence
WHERE NOT EXISTS (SELECT 1 FROM synergy_file WHERE synergy_file.synergy_file_id = impact_evidence.synergy_file_id)
UNION ALL
SELECT 'indicator_value', indicator_value_id, 'indicator_id', indicator_id
FROM indicator_value
WHERE NOT EXISTS (
    SELECT 1 FROM programme_indicator WHERE programme_indicator.indicator_id = indicator_value.indicator_id
)
UNION ALL
SELECT 'by_product_check', check_id, 'synergy_id', synergy_id
FROM by_product_check WHERE NOT EXISTS (SELECT 1 FROM synergy WHERE synergy.synergy_id = by_product_check.synergy_id)
UNION ALL
SELECT 'legal_answer', synergy_id, 'synergy_id', synergy_id
FROM legal_answer WHERE NOT EXISTS (SELECT 1 FROM synergy WHERE synergy.synergy_id = legal_answer.synergy_id)
UNION ALL
SELECT 'legal_paper', synergy_id, 'synergy_id', synergy_id
FROM legal_paper WHERE NOT EXISTS (SELECT 1 FROM synergy WHERE synergy.synergy_id = legal_paper.synergy_id)
UNION ALL
SELECT 'legal_path', synergy_id, 'synergy_id', synergy_id
FROM legal_path WHERE NOT EXISTS (SELECT 1 FROM synergy WHERE synergy.synergy_id = legal_path.synergy_id)
UNION ALL
SELECT 'by_product_condition', check_id, 'check_id', check_id
FROM by_product_condition
WHERE NOT EXISTS (SELECT 1 FROM by_product_check WHERE by_product_check.check_id = by_product_condition.check_id)
UNION ALL
SELECT 'expert_request', request_id, 'synergy_id', synergy_id
FROM expert_request
WHERE NOT EXISTS (SELECT 1 FROM synergy WHERE synergy.synergy_id = expert_request.synergy_id)
UNION ALL
SELECT 'expert_request', request_id, 'expert_id', expert_id
FROM expert_request WHERE NOT EXISTS (SELECT 1 FROM expert WHERE expert.expert_id = expert_request.expert_id)
UNION ALL
SELECT 'research', research_id, 'synergy_id', synergy_id
FROM research
WHERE synergy_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM synergy WHERE synergy.synergy_id = research.synergy_id)
UNION ALL
SELECT 'support_application', application_id, 'call_id', call_id
FROM support_application
WHERE NOT EXISTS (SELECT 1 FROM support_call WHERE support_call.call_id = support_application.call_id)
UNION ALL
SELECT 'support_application', application_id, 'synergy_id', synergy_id
FROM support_application
WHERE NOT EXISTS (SELECT 1 FROM synergy WHERE synergy.synergy_id = support_application.synergy_id)
UNION ALL
SELECT 'support_application', application_id, 'applicant_firm_id', applicant_firm_id
FROM support_application
WHERE applicant_firm_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM firm WHERE firm.firm_id = support_application.applicant_firm_id)
UNION ALL
SELECT 'support_cost', application_id, 'application_id', application_id
FROM support_cost
WHERE NOT EXISTS (
    SELECT 1 FROM support_application WHERE support_application.application_id = support_cost.application_id
)
UNION ALL
SELECT 'support_step', application_id, 'application_id', application_id
FROM support_step
WHERE NOT EXISTS (
    SELECT 1 FROM support_application WHERE support_application.application_id = support_step.application_id
)
UNION ALL
SELECT 'meeting', meeting_id, 'body_id', body_id
FROM meeting
WHERE NOT EXISTS (SELECT 1 FROM body WHERE body.body_id = meeting.body_id)
UNION ALL
SELECT 'meeting_decision', decision_id, 'meeting_id', meeting_id
FROM meeting_decision
WHERE NOT EXISTS (SELECT 1 FROM meeting WHERE meeting.meeting_id = meeting_decision.meeting_id)
UNION ALL
SELECT 'meeting_action', action_id, 'meeting_id', meeting_id
FROM meeting_action
WHERE NOT EXISTS (SELECT 1 FROM meeting WHERE meeting.meeting_id = meeting_action.meeting_id)
UNION ALL
SELECT 'meeting_action', action_id, 'owner_id', owner_id
FROM meeting_action
WHERE owner_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM user_account WHERE user_account.user_id = meeting_action.owner_id)
UNION ALL
SELECT 'training_attendance', training_id, 'training_id', training_id
FROM training_attendance
WHERE NOT EXISTS (SELECT 1 FROM training WHERE training.training_id = training_attendance.training_id)
UNION ALL
SELECT 'training_attendance', training_id, 'firm_id', firm_id
FROM training_attendance
WHERE NOT EXISTS (SELECT 1 FROM firm WHERE firm.firm_id = training_attendance.firm_id)
UNION ALL
SELECT 'zone_target', zone_target_id, 'zone_id', zone_id
FROM zone_target
WHERE NOT EXISTS (SELECT 1 FROM zone WHERE zone.zone_id = zone_target.zone_id)
UNION ALL
SELECT 'issued_report', issued_report_id, 'subject_id', subject_id
FROM issued_report
WHERE (kind = 'firm' AND NOT EXISTS (SELECT 1 FROM firm WHERE firm.firm_id = issued_report.subject_id))
   OR (kind = 'synergy' AND NOT EXISTS (SELECT 1 FROM synergy WHERE synergy.synergy_id = issued_report.subject_id))
UNION ALL
SELECT 'issued_report_withdrawal', issued_report_id, 'issued_report_id', issued_report_id
FROM issued_report_withdrawal AS gone
WHERE NOT EXISTS (SELECT 1 FROM issued_report WHERE issued_report.issued_report_id = gone.issued_report_id)
UNION ALL
SELECT 'good_practice', sheet_id, 'synergy_id', synergy_id
FROM good_practice WHERE NOT EXISTS (SELECT 1 FROM synergy WHERE synergy.synergy_id = good_practice.synergy_id)
UNION ALL
SELECT 'good_practice_version', sheet_id, 'sheet_id', sheet_id
FROM good_practice_version
WHERE NOT EXISTS (SELECT 1 FROM good_practice WHERE good_practice.sheet_id = good_practice_version.sheet_id)
UNION ALL
SELECT 'good_practice_naming', sheet_id, 'firm_id', firm_id
FROM good_practice_naming
WHERE NOT EXISTS (SELECT 1 FROM firm WHERE firm.firm_id = good_practice_naming.firm_id)
ORDER BY record_type, record_id, field

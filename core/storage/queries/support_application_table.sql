SELECT application.*, support_call.name AS call_name, synergy.title AS synergy_title
FROM support_application AS application
JOIN support_call ON support_call.call_id = application.call_id
JOIN synergy ON synergy.synergy_id = application.synergy_id
WHERE support_call.region_id = $region_id AND application.retired_at IS NULL
ORDER BY application.updated_at DESC, application.application_id

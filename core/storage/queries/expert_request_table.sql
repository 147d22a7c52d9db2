SELECT request.request_id, request.synergy_id, request.expert_id, request.asked, request.asked_on, request.asked_by,
    request.state, request.state_on, request.note, request.row_version,
    synergy.title AS synergy_title, expert.name AS expert_name
FROM expert_request AS request
JOIN synergy ON synergy.synergy_id = request.synergy_id
JOIN expert ON expert.expert_id = request.expert_id
WHERE synergy.region_id = $region_id AND request.retired_at IS NULL
    AND ($synergy_id IS NULL OR request.synergy_id = $synergy_id)
ORDER BY request.asked_on DESC, request.request_id DESC

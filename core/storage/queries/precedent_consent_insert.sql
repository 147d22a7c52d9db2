INSERT INTO precedent_consent (
    precedent_id, synergy_id, firm_id, given_by, given_on, given_how, recorded_by, recorded_at
)
VALUES ($precedent_id, $synergy_id, $firm_id, $given_by, $given_on, $given_how, $recorded_by, $recorded_at)

-- Advisors' answers to suggestions: never changed but by being taken back, so that all stay to be counted.

CREATE TABLE answer (
    answer_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    firm_id VARCHAR NOT NULL,
    have_id VARCHAR NOT NULL,
    want_id VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    reason VARCHAR,
    note VARCHAR,
    score DOUBLE,
    rank INTEGER,
    answered_by VARCHAR NOT NULL,
    answered_at TIMESTAMP NOT NULL,
    withdrawn_at TIMESTAMP,
    withdrawn_by VARCHAR,
    row_version INTEGER NOT NULL DEFAULT 1
);

-- A verified synergy as a precedent: sector, resource, use and province, nothing that names a firm. Which synergy and
-- whose consent stands in precedent_consent alone.
CREATE TABLE own_precedent (
    precedent_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    resource_en VARCHAR NOT NULL,
    resource_tr VARCHAR NOT NULL,
    waste_codes VARCHAR,
    giver_nace VARCHAR NOT NULL,
    giver_sector VARCHAR,
    taker_nace VARCHAR NOT NULL,
    taker_sector VARCHAR,
    use_en VARCHAR NOT NULL,
    use_tr VARCHAR NOT NULL,
    province VARCHAR NOT NULL,
    recorded_by VARCHAR NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    withdrawn_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE precedent_consent (
    precedent_id VARCHAR NOT NULL,
    synergy_id VARCHAR NOT NULL,
    firm_id VARCHAR NOT NULL,
    given_by VARCHAR NOT NULL,
    given_on DATE NOT NULL,
    given_how VARCHAR NOT NULL,
    withdrawn_on DATE,
    recorded_by VARCHAR NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    PRIMARY KEY (precedent_id, firm_id)
);

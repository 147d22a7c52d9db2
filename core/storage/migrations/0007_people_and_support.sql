-- Who can help a synergy, what they were asked, research that belongs to it; and the support programme: calls,
-- applications grown from synergies with their costs and schedule.

-- Contact data stands only with a consent; an erased person leaves an empty row, so that requests keep their count.
CREATE TABLE expert (
    expert_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    institution VARCHAR,
    fields VARCHAR,
    sectors VARCHAR,
    languages VARCHAR,
    email VARCHAR,
    phone VARCHAR,
    consent_on DATE,
    consent_how VARCHAR,
    is_sample BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    erased_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE expert_request (
    request_id VARCHAR PRIMARY KEY,
    synergy_id VARCHAR NOT NULL,
    expert_id VARCHAR NOT NULL,
    asked VARCHAR NOT NULL,
    asked_on DATE NOT NULL,
    asked_by VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    state_on DATE NOT NULL,
    note VARCHAR,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE research (
    research_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    title_tr VARCHAR NOT NULL,
    title_en VARCHAR,
    institution VARCHAR,
    fields VARCHAR,
    state VARCHAR NOT NULL,
    support VARCHAR,
    synergy_id VARCHAR,
    concept_id VARCHAR,
    is_sample BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE support_call (
    call_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    funder VARCHAR,
    opens_on DATE,
    closes_on DATE,
    budget_try DOUBLE,
    highest_share DOUBLE,
    highest_grant_try DOUBLE,
    needed VARCHAR,
    conditions VARCHAR,
    address VARCHAR,
    system VARCHAR,
    is_sample BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE support_application (
    application_id VARCHAR PRIMARY KEY,
    call_id VARCHAR NOT NULL,
    synergy_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    applicant_firm_id VARCHAR,
    summary VARCHAR,
    asked_try DOUBLE,
    state VARCHAR NOT NULL,
    state_on DATE NOT NULL,
    reference VARCHAR,
    grant_try DOUBLE,
    note VARCHAR,
    made_by VARCHAR NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE support_cost (
    application_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    item VARCHAR NOT NULL,
    amount_try DOUBLE NOT NULL,
    PRIMARY KEY (application_id, position)
);

CREATE TABLE support_step (
    application_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    what VARCHAR NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    PRIMARY KEY (application_id, position)
);

-- The legal path of a synergy: in which quality the thing goes and who carries it, what was answered to the handbook's
-- questions, which papers are at hand, and each by-product check as it was made.

CREATE TABLE legal_path (
    synergy_id VARCHAR PRIMARY KEY,
    route VARCHAR,
    carrier VARCHAR,
    chosen_by VARCHAR NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE legal_answer (
    synergy_id VARCHAR NOT NULL,
    question_id VARCHAR NOT NULL,
    said VARCHAR,
    note VARCHAR,
    answered_by VARCHAR NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    row_version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (synergy_id, question_id)
);

CREATE TABLE legal_paper (
    synergy_id VARCHAR NOT NULL,
    outcome_id VARCHAR NOT NULL,
    seen_on DATE,
    note VARCHAR,
    noted_by VARCHAR NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    row_version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (synergy_id, outcome_id)
);

-- A check is never changed: a new one follows it.
CREATE TABLE by_product_check (
    check_id VARCHAR PRIMARY KEY,
    synergy_id VARCHAR NOT NULL,
    result VARCHAR NOT NULL,
    checked_on DATE NOT NULL,
    checked_by VARCHAR NOT NULL,
    note VARCHAR,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE by_product_condition (
    check_id VARCHAR NOT NULL,
    condition_id VARCHAR NOT NULL,
    said VARCHAR NOT NULL,
    note VARCHAR,
    PRIMARY KEY (check_id, condition_id)
);

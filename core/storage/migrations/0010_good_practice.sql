-- Good-practice sheets: what an own verified synergy teaches others. The texts are edited by staff; what a manager
-- published is kept as it was in good_practice_version. Which firm agreed to be named stands in good_practice_naming.

CREATE TABLE good_practice (
    sheet_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    synergy_id VARCHAR NOT NULL,
    title_tr VARCHAR,
    title_en VARCHAR,
    challenge_tr VARCHAR,
    challenge_en VARCHAR,
    exchanged_tr VARCHAR,
    exchanged_en VARCHAR,
    learnt_tr VARCHAR,
    learnt_en VARCHAR,
    needed_tr VARCHAR,
    needed_en VARCHAR,
    is_sample BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE good_practice_version (
    sheet_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    content VARCHAR NOT NULL,
    published_by VARCHAR NOT NULL,
    published_at TIMESTAMP NOT NULL,
    PRIMARY KEY (sheet_id, version)
);

CREATE TABLE good_practice_naming (
    sheet_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    firm_id VARCHAR NOT NULL,
    given_by VARCHAR NOT NULL,
    given_on DATE NOT NULL,
    given_how VARCHAR NOT NULL,
    PRIMARY KEY (sheet_id, version, firm_id)
);

-- Following a synergy: who takes part beside giver and taker, how ready it is, what holds it up, what was said and done,
-- and its files. What a synergy's main two firms and cards are stands in the synergy itself.

ALTER TABLE synergy ADD COLUMN is_pilot BOOLEAN DEFAULT FALSE;
ALTER TABLE synergy ADD COLUMN recurrence VARCHAR;
ALTER TABLE synergy ADD COLUMN yearly_amount DOUBLE;
ALTER TABLE synergy ADD COLUMN yearly_unit VARCHAR;

-- What the taker pays the giver, in TRY of price_date without VAT; negative where the giver pays.
ALTER TABLE synergy ADD COLUMN price_per_unit DOUBLE;
ALTER TABLE synergy ADD COLUMN price_unit VARCHAR;
ALTER TABLE synergy ADD COLUMN price_date DATE;

-- What was missing when somebody moved it on all the same: needs joined by ";".
ALTER TABLE synergy_stage ADD COLUMN skipped VARCHAR;

-- Who works with the programme: names for the ids in owner, trail and history. Signing in is not decided here.
CREATE TABLE user_account (
    user_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE synergy_party (
    party_id VARCHAR PRIMARY KEY,
    synergy_id VARCHAR NOT NULL,
    firm_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    resource_id VARCHAR,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE synergy_readiness (
    synergy_id VARCHAR NOT NULL,
    perspective VARCHAR NOT NULL,
    level VARCHAR NOT NULL,
    note VARCHAR,
    set_by VARCHAR NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    row_version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (synergy_id, perspective)
);

CREATE TABLE synergy_barrier (
    barrier_id VARCHAR PRIMARY KEY,
    synergy_id VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    note VARCHAR,
    seen_on DATE NOT NULL,
    removed_on DATE,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

-- Contacts made and notes, in one log.
CREATE TABLE log_entry (
    log_entry_id VARCHAR PRIMARY KEY,
    synergy_id VARCHAR NOT NULL,
    way VARCHAR NOT NULL,
    made_on DATE NOT NULL,
    firm_id VARCHAR,
    contact_id VARCHAR,
    note VARCHAR,
    made_by VARCHAR NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE synergy_file (
    synergy_file_id VARCHAR PRIMARY KEY,
    synergy_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    document_kind VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    size_bytes INTEGER NOT NULL,
    sha256 VARCHAR NOT NULL,
    content BLOB NOT NULL,
    document_on DATE,
    added_by VARCHAR NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

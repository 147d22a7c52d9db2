-- The ledger of impact: what somebody said a synergy brings, on which basis, with which evidence. A row is never
-- overwritten: a correction is a new row that names the one it takes the place of.

CREATE TABLE impact_entry (
    entry_id VARCHAR PRIMARY KEY,
    synergy_id VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    value DOUBLE NOT NULL,
    low DOUBLE NOT NULL,
    high DOUBLE NOT NULL,
    unit VARCHAR NOT NULL,
    period_from DATE NOT NULL,
    period_to DATE,
    recurrence VARCHAR NOT NULL,
    lifetime_years INTEGER,
    basis VARCHAR NOT NULL,
    attribution DOUBLE NOT NULL,
    firm_id VARCHAR,
    price_on DATE,
    baseline VARCHAR,
    replacement_ratio DOUBLE,
    quantity DOUBLE,
    quantity_unit VARCHAR,
    is_measured BOOLEAN NOT NULL DEFAULT FALSE,
    is_computed BOOLEAN NOT NULL DEFAULT FALSE,
    factor_ids VARCHAR,
    factor_years VARCHAR,
    factor_source VARCHAR,
    formula VARCHAR,
    note VARCHAR,
    supersedes VARCHAR,
    entered_by VARCHAR NOT NULL,
    entered_at TIMESTAMP NOT NULL,
    confirmed_by VARCHAR,
    confirmed_on DATE,
    refused_by VARCHAR,
    refused_on DATE,
    refusal VARCHAR,
    withdrawn_by VARCHAR,
    withdrawn_on DATE,
    withdrawal VARCHAR,
    updated_at TIMESTAMP NOT NULL,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE impact_evidence (
    entry_id VARCHAR NOT NULL,
    synergy_file_id VARCHAR NOT NULL,
    added_by VARCHAR NOT NULL,
    added_at TIMESTAMP NOT NULL,
    PRIMARY KEY (entry_id, synergy_file_id)
);

-- Money stays in TRY of its day; these two say what it is in another currency or another year, once somebody entered
-- them from a source. None are shipped.
CREATE TABLE exchange_rate (
    rate_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    currency VARCHAR NOT NULL,
    rate_on DATE NOT NULL,
    try_per_unit DOUBLE NOT NULL,
    source VARCHAR NOT NULL,
    set_by VARCHAR NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE deflator (
    deflator_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    index_value DOUBLE NOT NULL,
    series VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    set_by VARCHAR NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE programme_indicator (
    indicator_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    name_tr VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    definition_tr VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    counted_as VARCHAR NOT NULL,
    counted_from DATE,
    baseline DOUBLE,
    target DOUBLE,
    due_on DATE,
    funder VARCHAR,
    is_sample BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE indicator_value (
    indicator_value_id VARCHAR PRIMARY KEY,
    indicator_id VARCHAR NOT NULL,
    as_of DATE NOT NULL,
    value DOUBLE NOT NULL,
    source VARCHAR NOT NULL,
    entered_by VARCHAR NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

-- The first shape of the database. No foreign keys: DuckDB cannot ALTER a table that one names (see docs/decisions);
-- `python -m core check` and a test look for orphans instead. Times are UTC.

CREATE TABLE region (
    region_id VARCHAR PRIMARY KEY,
    name_tr VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    is_sample BOOLEAN NOT NULL
);

CREATE TABLE zone (
    zone_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    name_tr VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    short_name VARCHAR,
    place VARCHAR NOT NULL,
    district VARCHAR NOT NULL,
    lat DOUBLE,
    lon DOUBLE,
    coordinate_quality VARCHAR NOT NULL,
    source VARCHAR NOT NULL
);

CREATE TABLE district (
    district_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    lat DOUBLE NOT NULL,
    lon DOUBLE NOT NULL,
    source VARCHAR NOT NULL
);

CREATE TABLE waste_code (
    code VARCHAR PRIMARY KEY,
    hazardous BOOLEAN NOT NULL,
    entry_type VARCHAR NOT NULL,
    chapter VARCHAR NOT NULL,
    subchapter VARCHAR NOT NULL,
    name_tr VARCHAR,
    name_en VARCHAR NOT NULL,
    source VARCHAR NOT NULL
);

CREATE TABLE nace (
    code VARCHAR PRIMARY KEY,
    level INTEGER NOT NULL,
    parent VARCHAR,
    title_tr VARCHAR,
    title_en VARCHAR,
    revision VARCHAR NOT NULL,
    source VARCHAR NOT NULL
);

CREATE TABLE impact_factor (
    factor_id VARCHAR PRIMARY KEY,
    measure VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    boundary VARCHAR NOT NULL,
    low DOUBLE,
    central DOUBLE NOT NULL,
    high DOUBLE,
    unit VARCHAR NOT NULL,
    year VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    band_source VARCHAR,
    note VARCHAR
);

CREATE TABLE firm (
    firm_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    tax_number VARCHAR,
    size_class VARCHAR,
    external_id VARCHAR,
    about VARCHAR,
    is_sample BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE site (
    site_id VARCHAR PRIMARY KEY,
    firm_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    zone_id VARCHAR,
    district VARCHAR,
    lat DOUBLE,
    lon DOUBLE,
    coordinate_quality VARCHAR,
    activity VARCHAR,
    electricity_kwh_per_year DOUBLE,
    gas_sm3_per_year DOUBLE,
    water_m3_per_year DOUBLE,
    output_quantity DOUBLE,
    output_unit VARCHAR,
    output_product VARCHAR,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE site_nace (
    site_id VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    revision VARCHAR NOT NULL,
    is_main BOOLEAN NOT NULL,
    PRIMARY KEY (site_id, code)
);

CREATE TABLE site_permit (
    site_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    operation VARCHAR,
    waste_code VARCHAR,
    valid_until DATE,
    PRIMARY KEY (site_id, position)
);

CREATE TABLE contact (
    contact_id VARCHAR PRIMARY KEY,
    firm_id VARCHAR NOT NULL,
    site_id VARCHAR,
    name VARCHAR NOT NULL,
    task VARCHAR,
    phone VARCHAR,
    email VARCHAR,
    gender VARCHAR NOT NULL,
    informed_on DATE,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    erased_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE resource (
    resource_id VARCHAR PRIMARY KEY,
    site_id VARCHAR NOT NULL,
    direction VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    description VARCHAR,
    external_id VARCHAR,
    quantity_typed VARCHAR,
    quantity DOUBLE,
    unit VARCHAR,
    period VARCHAR,
    density_t_per_m3 DOUBLE,
    yearly_amount DOUBLE,
    yearly_unit VARCHAR,
    recurrence VARCHAR,
    interval_text VARCHAR,
    months VARCHAR,
    available_from DATE,
    available_until DATE,
    condition VARCHAR,
    composition VARCHAR,
    physical_form VARCHAR,
    hazardous BOOLEAN,
    waste_codes VARCHAR,
    handling VARCHAR,
    price_per_unit DOUBLE,
    price_unit VARCHAR,
    price_date DATE,
    price_vat_included BOOLEAN,
    transporter VARCHAR,
    visibility VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    source_id VARCHAR,
    is_draft BOOLEAN NOT NULL DEFAULT FALSE,
    entered_by VARCHAR NOT NULL,
    entered_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE resource_photo (
    resource_id VARCHAR PRIMARY KEY,
    content BLOB NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    updated_at TIMESTAMP NOT NULL
);

CREATE TABLE visit (
    visit_id VARCHAR PRIMARY KEY,
    site_id VARCHAR NOT NULL,
    advisor_id VARCHAR NOT NULL,
    visited_on DATE NOT NULL,
    notes VARCHAR,
    next_steps VARCHAR,
    closed_at TIMESTAMP,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE opportunity (
    opportunity_id VARCHAR PRIMARY KEY,
    site_id VARCHAR NOT NULL,
    visit_id VARCHAR,
    measure VARCHAR NOT NULL,
    carrier VARCHAR NOT NULL,
    saving_per_year DOUBLE,
    saving_unit VARCHAR,
    saving_try_per_year DOUBLE,
    investment_try DOUBLE,
    price_date DATE,
    state VARCHAR NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE workshop (
    workshop_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    held_on DATE NOT NULL,
    place VARCHAR
);

CREATE TABLE workshop_attendance (
    workshop_id VARCHAR NOT NULL,
    firm_id VARCHAR NOT NULL,
    women INTEGER NOT NULL,
    men INTEGER NOT NULL,
    not_said INTEGER NOT NULL,
    PRIMARY KEY (workshop_id, firm_id)
);

CREATE TABLE synergy (
    synergy_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    giver_firm_id VARCHAR NOT NULL,
    taker_firm_id VARCHAR NOT NULL,
    have_id VARCHAR,
    want_id VARCHAR,
    kind VARCHAR NOT NULL,
    said_by VARCHAR,
    stage VARCHAR NOT NULL,
    stage_since DATE NOT NULL,
    stall_reason VARCHAR,
    owner_id VARCHAR,
    next_action VARCHAR,
    next_action_on DATE,
    quantity DOUBLE,
    unit VARCHAR,
    period VARCHAR,
    workshop_id VARCHAR,
    visit_id VARCHAR,
    notes VARCHAR,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE synergy_stage (
    synergy_id VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    entered_on DATE NOT NULL,
    stall_reason VARCHAR,
    user_id VARCHAR NOT NULL,
    recorded_at TIMESTAMP NOT NULL
);

CREATE TABLE draft (
    user_id VARCHAR NOT NULL,
    form VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    PRIMARY KEY (user_id, form, field)
);

-- Append-only: ids and names of changed fields. What personal fields held stands in audit_value, which may be erased;
-- the digest of those values stays here, so that a value shown later can be proved to be the one that was written.
CREATE TABLE audit (
    audit_id VARCHAR PRIMARY KEY,
    acted_at TIMESTAMP NOT NULL,
    user_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    record_type VARCHAR NOT NULL,
    record_id VARCHAR NOT NULL,
    changed_fields VARCHAR NOT NULL,
    values_digest VARCHAR
);

CREATE TABLE audit_value (
    audit_id VARCHAR PRIMARY KEY,
    values_json VARCHAR NOT NULL
);

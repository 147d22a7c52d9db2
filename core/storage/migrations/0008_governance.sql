-- Who steers the programme: bodies of the management model, their meetings with decisions and actions, trainings; and
-- what a zone wants to reach. People are counted by women / men / not said, never named.

CREATE TABLE body (
    body_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    name_tr VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    task_tr VARCHAR NOT NULL,
    task_en VARCHAR NOT NULL,
    is_sample BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE meeting (
    meeting_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    body_id VARCHAR NOT NULL,
    held_on DATE NOT NULL,
    place VARCHAR,
    subject VARCHAR NOT NULL,
    women INTEGER NOT NULL DEFAULT 0,
    men INTEGER NOT NULL DEFAULT 0,
    not_said INTEGER NOT NULL DEFAULT 0,
    is_sample BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE meeting_decision (
    decision_id VARCHAR PRIMARY KEY,
    meeting_id VARCHAR NOT NULL,
    decided VARCHAR NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE meeting_action (
    action_id VARCHAR PRIMARY KEY,
    meeting_id VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    owner_id VARCHAR,
    due_on DATE,
    state VARCHAR NOT NULL,
    state_on DATE NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

-- women, men, not_said: people who come from no firm of the register; those of firms stand in training_attendance.
CREATE TABLE training (
    training_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    held_on DATE NOT NULL,
    hours DOUBLE,
    place VARCHAR,
    women INTEGER NOT NULL DEFAULT 0,
    men INTEGER NOT NULL DEFAULT 0,
    not_said INTEGER NOT NULL DEFAULT 0,
    is_sample BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE training_attendance (
    training_id VARCHAR NOT NULL,
    firm_id VARCHAR NOT NULL,
    women INTEGER NOT NULL DEFAULT 0,
    men INTEGER NOT NULL DEFAULT 0,
    not_said INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (training_id, firm_id)
);

-- counted_as: a name of core.domain.programme.indicators.CountedAs that the records can count by zone.
CREATE TABLE zone_target (
    zone_target_id VARCHAR PRIMARY KEY,
    zone_id VARCHAR NOT NULL,
    counted_as VARCHAR NOT NULL,
    target DOUBLE NOT NULL,
    due_on DATE,
    is_sample BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP,
    row_version INTEGER NOT NULL DEFAULT 1
);

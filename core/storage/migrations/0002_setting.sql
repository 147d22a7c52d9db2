-- Values that the region's managers set: each with its unit, the day it holds from, its source and who set it.

CREATE TABLE setting (
    region_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    value DOUBLE NOT NULL,
    unit VARCHAR NOT NULL,
    as_of DATE NOT NULL,
    source VARCHAR NOT NULL,
    set_by VARCHAR NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    row_version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (region_id, name)
);

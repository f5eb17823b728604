/**
 * The steps that bring a file to this program's tables, in order. Files count the steps they have seen:
 * only ever append, never change what is there.
 */
export const migrations: readonly string[] = [
  // Commands (§2.1). A commandId has 19 digits always, so that as text it sorts as it does as a number.
  `CREATE TABLE command (
    command_id     TEXT    PRIMARY KEY CHECK (length(command_id) = 19),
    org_id         TEXT    NOT NULL,
    product_key    TEXT    NOT NULL,
    device_key     TEXT    NOT NULL,
    asset_id       TEXT    NOT NULL,
    measurepoint_id TEXT   NOT NULL,
    command_name   TEXT    NOT NULL,
    value          TEXT    NOT NULL,
    create_time    INTEGER NOT NULL,
    timeout        INTEGER NOT NULL,
    pending_ttl    INTEGER NOT NULL,
    state          INTEGER NOT NULL CHECK (state BETWEEN 1 AND 7),
    sent_time      INTEGER,
    end_time       INTEGER,
    result_code    INTEGER,
    result_msg     TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX command_of_device ON command (product_key, device_key, command_id);
  CREATE INDEX command_unfinished ON command (command_id) WHERE state IN (1, 4);
  CREATE INDEX command_by_age ON command (create_time);
  -- The greatest commandId among what was pruned: no id is ever given again.
  CREATE TABLE pruned_command_id (
    only_row   INTEGER PRIMARY KEY CHECK (only_row = 1),
    command_id TEXT    NOT NULL
  ) STRICT;`,
  // What the fleet file does not say of devices (§3.2, §3.4, §5.4). Times in ms since the epoch, 0 = never.
  `CREATE TABLE device_times (
    product_key       TEXT    NOT NULL,
    device_key        TEXT    NOT NULL,
    create_time       INTEGER NOT NULL,
    active_time       INTEGER NOT NULL,
    last_online_time  INTEGER NOT NULL,
    last_offline_time INTEGER NOT NULL,
    PRIMARY KEY (product_key, device_key)
  ) STRICT, WITHOUT ROWID;
  -- value and quality are JSON with the digits the device sent.
  CREATE TABLE latest_value (
    product_key TEXT    NOT NULL,
    device_key  TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    time        INTEGER NOT NULL,
    value       TEXT    NOT NULL,
    quality     TEXT    NOT NULL,
    PRIMARY KEY (product_key, device_key, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE gateway_link (
    product_key         TEXT NOT NULL,
    device_key          TEXT NOT NULL,
    gateway_product_key TEXT NOT NULL,
    gateway_device_key  TEXT NOT NULL,
    PRIMARY KEY (product_key, device_key)
  ) STRICT, WITHOUT ROWID;`,
  // Tokens of the gateway and the proofs that were spent on them (§4.1). Times in ms since the epoch.
  `CREATE TABLE access_token (
    access_token TEXT    PRIMARY KEY,
    access_key   TEXT    NOT NULL,
    expire_time  INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE spent_encryption (
    encryption TEXT    PRIMARY KEY,
    time       INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;`,
  // What devices reported for points that can be set, for some time (docs/time-series.md). Times in ms since the epoch.
  `CREATE TABLE reported_value (
    product_key TEXT    NOT NULL,
    device_key  TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    time        INTEGER NOT NULL,
    value       TEXT    NOT NULL,
    quality     TEXT    NOT NULL,
    PRIMARY KEY (product_key, device_key, id, time)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX reported_value_by_age ON reported_value (time);`,
  // Whatever a device's commands are searched by: a page is found, and all that fit are counted, in the index alone.
  `DROP INDEX command_of_device;
  CREATE INDEX command_of_device ON command (product_key, device_key, command_id, state, create_time, command_name);`,
  // How many commands that have ended there are, in blocks of a device's order (command-sums.ts).
  `CREATE TABLE command_sum (
    product_key  TEXT    NOT NULL,
    device_key   TEXT    NOT NULL,
    -- A block holds the ids above after_id up to last_id.
    last_id      TEXT    NOT NULL,
    state        INTEGER NOT NULL,
    command_name TEXT    NOT NULL,
    after_id     TEXT    NOT NULL,
    first_time   INTEGER NOT NULL,
    last_time    INTEGER NOT NULL,
    commands     INTEGER NOT NULL,
    PRIMARY KEY (product_key, device_key, last_id, state, command_name)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX command_sum_by_age ON command_sum (first_time);`,
]

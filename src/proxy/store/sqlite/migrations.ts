/**
 * The steps that bring the proxy's own file to this program's tables, in order.
 * Files count the steps they have seen: only ever append, never change what is there.
 * Columns bear the names of the operation's members (contract/panel/operation.ts).
 */
export const migrations: readonly string[] = [
  // `seq` is the order of recording, which no change of the clock disturbs: lists are paged by it.
  `CREATE TABLE operation (
    seq            INTEGER PRIMARY KEY AUTOINCREMENT,
    id             TEXT    NOT NULL UNIQUE,
    revision       INTEGER NOT NULL UNIQUE,
    idempotencyKey TEXT    NOT NULL UNIQUE,
    person         TEXT    NOT NULL,
    createTime     INTEGER NOT NULL,
    endTime        INTEGER,
    orgId          TEXT    NOT NULL,
    assetId        TEXT    NOT NULL,
    productKey     TEXT    NOT NULL,
    deviceKey      TEXT    NOT NULL,
    measurepointId TEXT    NOT NULL,
    pendingTtl     INTEGER NOT NULL,
    timeout        INTEGER NOT NULL,
    body           TEXT    NOT NULL,
    shown          TEXT,
    outcome        TEXT    NOT NULL CHECK (outcome IN ('waiting', 'queued', 'done', 'notSent', 'refused', 'unknown')),
    failure        TEXT,
    code           INTEGER,
    message        TEXT    NOT NULL,
    commandId      TEXT    NOT NULL,
    state          INTEGER,
    steps          TEXT    NOT NULL,
    answer         TEXT    NOT NULL,
    -- What the text filter looks in, lower-cased here because SQLite folds only ASCII.
    words          TEXT    NOT NULL
  ) STRICT;
  CREATE INDEX operation_of_device ON operation (productKey, deviceKey, measurepointId);
  CREATE INDEX operation_of_asset ON operation (assetId, measurepointId);
  CREATE INDEX operation_by_outcome ON operation (outcome);
  CREATE INDEX operation_by_code ON operation (code) WHERE code IS NOT NULL;
  CREATE INDEX operation_by_command ON operation (commandId) WHERE commandId <> '';
  CREATE INDEX operation_by_time ON operation (createTime);
  -- The greatest revision ever given.
  CREATE TABLE sequence (
    onlyRow  INTEGER PRIMARY KEY CHECK (onlyRow = 1),
    revision INTEGER NOT NULL
  ) STRICT;
  INSERT INTO sequence VALUES (1, 0);`,
]

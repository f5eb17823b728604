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
  // The audit chain (audit/). REPLACE would delete without firing a DELETE trigger, so an entry also has to be the next.
  // The head outlives entries that are cut off the end.
  `ALTER TABLE operation ADD COLUMN remoteAddress TEXT;
  ALTER TABLE operation ADD COLUMN reason TEXT;
  CREATE TABLE audit (
    seq         INTEGER PRIMARY KEY,
    operationId TEXT    NOT NULL,
    revision    INTEGER NOT NULL,
    time        INTEGER NOT NULL,
    text        TEXT    NOT NULL,
    previous    TEXT    NOT NULL,
    hash        TEXT    NOT NULL
  ) STRICT;
  CREATE INDEX audit_of_operation ON audit (operationId, seq);
  CREATE TABLE auditHead (
    onlyRow INTEGER PRIMARY KEY CHECK (onlyRow = 1),
    count   INTEGER NOT NULL,
    hash    TEXT    NOT NULL
  ) STRICT;
  INSERT INTO auditHead VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
  CREATE TRIGGER audit_next BEFORE INSERT ON audit
    WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit) OR NEW.previous <> (SELECT hash FROM auditHead)
    BEGIN SELECT RAISE(ABORT, 'the audit chain only grows at its end'); END;
  CREATE TRIGGER audit_head AFTER INSERT ON audit
    BEGIN UPDATE auditHead SET count = NEW.seq, hash = NEW.hash; END;
  CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit chain is append-only'); END;
  CREATE TRIGGER audit_kept BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit chain is append-only'); END;
  CREATE TRIGGER auditHead_grows BEFORE UPDATE ON auditHead WHEN NEW.count <> OLD.count + 1
    BEGIN SELECT RAISE(ABORT, 'the audit chain is append-only'); END;
  CREATE TRIGGER auditHead_kept BEFORE DELETE ON auditHead
    BEGIN SELECT RAISE(ABORT, 'the audit chain is append-only'); END;`,
  // What is found out after the end, as JSON.
  `ALTER TABLE operation ADD COLUMN verdict TEXT;
  ALTER TABLE operation ADD COLUMN readBack TEXT;
  CREATE INDEX operation_undecided ON operation (seq) WHERE outcome = 'unknown' AND verdict IS NULL;
  CREATE INDEX operation_not_read_back ON operation (endTime) WHERE outcome = 'done' AND readBack IS NULL;`,
  `ALTER TABLE operation ADD COLUMN acknowledged TEXT;
  CREATE INDEX operation_unresolved ON operation (measurepointId) WHERE outcome = 'unknown' AND acknowledged IS NULL;`,
  // Who, at which of several gateways, and what the policy said of the point.
  `ALTER TABLE operation ADD COLUMN personId TEXT;
  ALTER TABLE operation ADD COLUMN gatewayId TEXT;
  ALTER TABLE operation ADD COLUMN deviceAssetId TEXT;
  ALTER TABLE operation ADD COLUMN pointClass TEXT;
  ALTER TABLE operation ADD COLUMN expectedValue TEXT;`,
  // The last send to a point, however the device was named (last-send.ts).
  `CREATE INDEX operation_of_device_asset ON operation (deviceAssetId, measurepointId, createTime)
    WHERE deviceAssetId IS NOT NULL;
  CREATE INDEX operation_sends_of_asset ON operation (assetId, measurepointId, createTime);
  CREATE INDEX operation_sends_of_device ON operation (productKey, deviceKey, measurepointId, createTime);
  DROP INDEX operation_of_asset;
  DROP INDEX operation_of_device;`,
  // The devices of operations that tell of no asset (within-filter.ts): the condition stands there word by word.
  `CREATE INDEX operation_unplaced ON operation (gatewayId, productKey, deviceKey, seq)
    WHERE coalesce(deviceAssetId, '') = '' AND assetId = '';`,
  // Every filter of lists (operation-filter.ts) finds its rows in the order of recording: seq is in each index by itself.
  `CREATE INDEX operation_newest_of_asset ON operation (assetId);
  CREATE INDEX operation_newest_of_product ON operation (productKey);
  CREATE INDEX operation_newest_of_device ON operation (deviceKey);
  CREATE INDEX operation_newest_of_point ON operation (measurepointId);
  CREATE INDEX operation_newest_of_person ON operation (person COLLATE NOCASE);
  CREATE INDEX operation_newest_of_class ON operation (pointClass) WHERE pointClass IS NOT NULL;
  CREATE INDEX operation_newest_of_gateway ON operation (gatewayId);
  CREATE INDEX operation_not_cleared_up ON operation (seq) WHERE outcome = 'unknown' AND acknowledged IS NULL
    AND coalesce(json_extract(verdict, '$.kind'), 'cannotTell') = 'cannotTell';`,
  // The text filter (text-filter.ts): every three letters in a row. Two more stand at the end, so that every single one
  // and every pair begins one. About 3 s for 100,000 operations that are there already.
  `CREATE VIRTUAL TABLE operationText
    USING fts5(words, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1');
  CREATE VIRTUAL TABLE operationTextTerm USING fts5vocab(operationText, 'row');
  INSERT INTO operationText (rowid, words) SELECT seq, words || char(10, 10) FROM operation;
  CREATE TRIGGER operation_text_recorded AFTER INSERT ON operation
    BEGIN INSERT INTO operationText (rowid, words) VALUES (NEW.seq, NEW.words || char(10, 10)); END;
  CREATE TRIGGER operation_text_changed AFTER UPDATE OF words ON operation WHEN NEW.words <> OLD.words
    BEGIN
      DELETE FROM operationText WHERE rowid = OLD.seq;
      INSERT INTO operationText (rowid, words) VALUES (NEW.seq, NEW.words || char(10, 10));
    END;`,
  // A send changes what it must and nothing else: the indexes by which people search take its row up afterwards, with many
  // others (list-later.ts). `listed` says whether they have; about 2 s for 100,000 operations that are there already.
  // The audit's own index was for its check alone, which makes one of its own (verify.ts).
  `ALTER TABLE operation ADD COLUMN listed INTEGER NOT NULL DEFAULT 1;
  CREATE INDEX operation_not_listed ON operation (seq) WHERE listed = 0;
  DROP INDEX audit_of_operation;
  DROP INDEX operation_by_outcome;
  CREATE INDEX operation_by_outcome ON operation (outcome) WHERE listed = 1;
  DROP INDEX operation_by_code;
  CREATE INDEX operation_by_code ON operation (code) WHERE code IS NOT NULL AND listed = 1;
  DROP INDEX operation_by_command;
  CREATE INDEX operation_by_command ON operation (commandId) WHERE commandId <> '' AND listed = 1;
  DROP INDEX operation_not_read_back;
  CREATE INDEX operation_not_read_back ON operation (endTime)
    WHERE outcome = 'done' AND readBack IS NULL AND listed = 1;
  DROP INDEX operation_of_device_asset;
  CREATE INDEX operation_of_device_asset ON operation (deviceAssetId, measurepointId, createTime)
    WHERE deviceAssetId IS NOT NULL AND listed = 1;
  DROP INDEX operation_sends_of_asset;
  CREATE INDEX operation_sends_of_asset ON operation (assetId, measurepointId, createTime) WHERE listed = 1;
  DROP INDEX operation_sends_of_device;
  CREATE INDEX operation_sends_of_device ON operation (productKey, deviceKey, measurepointId, createTime)
    WHERE listed = 1;
  DROP INDEX operation_unplaced;
  CREATE INDEX operation_unplaced ON operation (gatewayId, productKey, deviceKey, seq)
    WHERE coalesce(deviceAssetId, '') = '' AND assetId = '' AND listed = 1;
  DROP INDEX operation_newest_of_asset;
  CREATE INDEX operation_newest_of_asset ON operation (assetId) WHERE listed = 1;
  DROP INDEX operation_newest_of_product;
  CREATE INDEX operation_newest_of_product ON operation (productKey) WHERE listed = 1;
  DROP INDEX operation_newest_of_device;
  CREATE INDEX operation_newest_of_device ON operation (deviceKey) WHERE listed = 1;
  DROP INDEX operation_newest_of_point;
  CREATE INDEX operation_newest_of_point ON operation (measurepointId) WHERE listed = 1;
  DROP INDEX operation_newest_of_person;
  CREATE INDEX operation_newest_of_person ON operation (person COLLATE NOCASE) WHERE listed = 1;
  DROP INDEX operation_newest_of_class;
  CREATE INDEX operation_newest_of_class ON operation (pointClass) WHERE pointClass IS NOT NULL AND listed = 1;
  DROP INDEX operation_newest_of_gateway;
  CREATE INDEX operation_newest_of_gateway ON operation (gatewayId) WHERE listed = 1;
  DROP TRIGGER operation_text_recorded;
  DROP TRIGGER operation_text_changed;
  CREATE TRIGGER operation_text_listed AFTER UPDATE OF listed ON operation WHEN NEW.listed = 1 AND OLD.listed = 0
    BEGIN INSERT INTO operationText (rowid, words) VALUES (NEW.seq, NEW.words || char(10, 10)); END;
  CREATE TRIGGER operation_text_changed AFTER UPDATE OF words ON operation
    WHEN NEW.words <> OLD.words AND OLD.listed = 1
    BEGIN
      DELETE FROM operationText WHERE rowid = OLD.seq;
      INSERT INTO operationText (rowid, words) VALUES (NEW.seq, NEW.words || char(10, 10));
    END;`,
]

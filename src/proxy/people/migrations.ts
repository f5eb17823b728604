/**
 * The steps that bring `people.sqlite` to this program's tables, in order; only ever append.
 * A file of its own: `setpoint user` writes here while the proxy runs.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE account (
    -- The name to sign in with, in lower case.
    id           TEXT    PRIMARY KEY,
    name         TEXT    NOT NULL,
    role         TEXT    NOT NULL CHECK (role IN ('viewer', 'operator', 'engineer', 'administrator')),
    -- A JSON array of texts; empty for everywhere.
    assetIds     TEXT    NOT NULL,
    -- Argon2id in PHC form, with its own parameters and salt.
    passwordHash TEXT    NOT NULL,
    disabled     INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
    -- ms since the epoch, as all times here.
    createTime   INTEGER NOT NULL,
    changeTime   INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE session (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    -- SHA-256 of what the cookie holds: who reads this file cannot take a session over.
    tokenHash    TEXT    NOT NULL UNIQUE,
    kind         TEXT    NOT NULL CHECK (kind IN ('local', 'oidc')),
    personId     TEXT    NOT NULL,
    -- Who the identity provider says it is, and its claims, as JSON; null for an account, which is read at every request.
    person       TEXT,
    claims       TEXT,
    createTime   INTEGER NOT NULL,
    signInTime   INTEGER NOT NULL,
    -- When the person last proved who they are, which may be before they came here; 0 where nobody says.
    proofTime    INTEGER NOT NULL,
    seenTime     INTEGER NOT NULL,
    address      TEXT    NOT NULL
  ) STRICT;
  CREATE INDEX session_of_person ON session (kind, personId);
  -- Attempts to sign in that failed or are under way, by account and by address. Keys are hashed: a password that was
  -- typed into the wrong field must not be kept.
  CREATE TABLE attempt (
    scope        TEXT    NOT NULL CHECK (scope IN ('account', 'address')),
    keyHash      TEXT    NOT NULL,
    count        INTEGER NOT NULL,
    time         INTEGER NOT NULL,
    PRIMARY KEY (scope, keyHash)
  ) STRICT;
  CREATE INDEX attempt_by_time ON attempt (time);`,
  // Why a session was ended from beside the proxy, which then removes it and says so in its log.
  `ALTER TABLE session ADD COLUMN endWhy TEXT;`,
]

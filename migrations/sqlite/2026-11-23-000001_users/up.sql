-- Accounts. A deleted account keeps its row, so names and addresses are unique among the others only. The key columns
-- hold the folded values: lower() of SQLite knows ASCII alone.
CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    username TEXT NOT NULL,
    username_key TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    nickname TEXT NOT NULL,
    profile TEXT NOT NULL,
    password_hash TEXT,
    language TEXT NOT NULL CHECK (language IN ('ko', 'en')),
    is_staff BOOLEAN NOT NULL DEFAULT FALSE CHECK (is_staff IN (0, 1)),
    created_at TIMESTAMP NOT NULL,
    activated_at TIMESTAMP,
    activation_mailed_at TIMESTAMP,
    disabled_at TIMESTAMP,
    deleted_at TIMESTAMP,
    last_login_at TIMESTAMP
);

CREATE UNIQUE INDEX users_username_key_live ON users (username_key) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX users_email_key_live ON users (email_key) WHERE deleted_at IS NULL;

-- The links in activation mails, as SHA-256 of their secret part.
CREATE TABLE activation_tokens (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash BLOB NOT NULL CHECK (length(token_hash) = 32),
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);

CREATE UNIQUE INDEX activation_tokens_token_hash ON activation_tokens (token_hash);
CREATE INDEX activation_tokens_user_id ON activation_tokens (user_id);

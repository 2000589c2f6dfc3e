-- The links with which a forgotten password is replaced, as SHA-256 of their secret part. A person has one at most, so
-- that only the newest works.
CREATE TABLE password_resets (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash BLOB NOT NULL CHECK (length(token_hash) = 32),
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);

CREATE UNIQUE INDEX password_resets_token_hash ON password_resets (token_hash);
CREATE UNIQUE INDEX password_resets_user_id ON password_resets (user_id);

-- The links that confirm a new address, sent to it. Again one at most for a person: what he asked for last.
CREATE TABLE email_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    new_email TEXT NOT NULL,
    new_email_key TEXT NOT NULL,
    token_hash BLOB NOT NULL CHECK (length(token_hash) = 32),
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);

CREATE UNIQUE INDEX email_changes_token_hash ON email_changes (token_hash);
CREATE UNIQUE INDEX email_changes_user_id ON email_changes (user_id);

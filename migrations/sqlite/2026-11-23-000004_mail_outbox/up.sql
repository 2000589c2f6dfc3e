-- Mails that are sent after the transaction that caused them; a row goes away when its mail is handed over or given up.
-- One message id waits once, however often its cause is tried.
CREATE TABLE mail_outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    message_id TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    text_body TEXT NOT NULL,
    html_body TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    next_attempt_at TIMESTAMP NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    last_error TEXT
);

CREATE UNIQUE INDEX mail_outbox_message_id ON mail_outbox (message_id);
CREATE INDEX mail_outbox_next_attempt_at ON mail_outbox (next_attempt_at);

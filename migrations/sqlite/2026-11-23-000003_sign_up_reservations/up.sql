-- Names and addresses that are held while the activation mail of a sign-up is on its way.
CREATE TABLE sign_up_reservations (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    username_key TEXT NOT NULL,
    email_key TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL
);

CREATE UNIQUE INDEX sign_up_reservations_username_key ON sign_up_reservations (username_key);
CREATE UNIQUE INDEX sign_up_reservations_email_key ON sign_up_reservations (email_key);
CREATE INDEX sign_up_reservations_expires_at ON sign_up_reservations (expires_at);

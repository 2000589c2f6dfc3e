-- Teams. The host is a member too.
CREATE TABLE teams (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    title TEXT NOT NULL,
    introduction TEXT NOT NULL,
    member_limit INTEGER NOT NULL CHECK (member_limit BETWEEN 1 AND 100),
    password_hash TEXT NOT NULL,
    invite_code TEXT NOT NULL,
    host_id BIGINT NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
    time_zone TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);

CREATE UNIQUE INDEX teams_invite_code ON teams (invite_code);
CREATE INDEX teams_host_id ON teams (host_id);

CREATE TABLE memberships (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    team_id BIGINT NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    joined_at TIMESTAMP NOT NULL
);

CREATE UNIQUE INDEX memberships_team_id_user_id ON memberships (team_id, user_id);
CREATE INDEX memberships_user_id ON memberships (user_id);

//! The tables as Diesel sees them, once for both databases. A test compares them with the migrated schemas.

use diesel::{allow_tables_to_appear_in_same_query, joinable, table};

table! {
    users (id) {
        id -> BigInt,
        username -> Text,
        username_key -> Text,
        email -> Text,
        email_key -> Text,
        nickname -> Text,
        profile -> Text,
        password_hash -> Nullable<Text>,
        language -> Text,
        is_staff -> Bool,
        created_at -> Timestamp,
        activated_at -> Nullable<Timestamp>,
        activation_mailed_at -> Nullable<Timestamp>,
        disabled_at -> Nullable<Timestamp>,
        deleted_at -> Nullable<Timestamp>,
        last_login_at -> Nullable<Timestamp>,
    }
}

table! {
    activation_tokens (id) {
        id -> BigInt,
        user_id -> BigInt,
        token_hash -> Binary,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

table! {
    sessions (id) {
        id -> BigInt,
        token_hash -> Binary,
        user_id -> BigInt,
        created_at -> Timestamp,
        last_seen_at -> Timestamp,
        expires_at -> Timestamp,
        user_agent -> Text,
        address -> Text,
    }
}

table! {
    sign_up_reservations (id) {
        id -> BigInt,
        username_key -> Text,
        email_key -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
    }
}

table! {
    mail_outbox (id) {
        id -> BigInt,
        message_id -> Text,
        recipient -> Text,
        subject -> Text,
        text_body -> Text,
        html_body -> Text,
        created_at -> Timestamp,
        next_attempt_at -> Timestamp,
        attempts -> Integer,
        last_error -> Nullable<Text>,
    }
}

table! {
    teams (id) {
        id -> BigInt,
        title -> Text,
        introduction -> Text,
        member_limit -> Integer,
        password_hash -> Text,
        invite_code -> Text,
        host_id -> BigInt,
        time_zone -> Text,
        created_at -> Timestamp,
    }
}

table! {
    memberships (id) {
        id -> BigInt,
        team_id -> BigInt,
        user_id -> BigInt,
        joined_at -> Timestamp,
    }
}

table! {
    password_resets (id) {
        id -> BigInt,
        user_id -> BigInt,
        token_hash -> Binary,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

table! {
    email_changes (id) {
        id -> BigInt,
        user_id -> BigInt,
        new_email -> Text,
        new_email_key -> Text,
        token_hash -> Binary,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

joinable!(activation_tokens -> users (user_id));
joinable!(sessions -> users (user_id));
joinable!(teams -> users (host_id));
joinable!(memberships -> teams (team_id));
joinable!(memberships -> users (user_id));
joinable!(password_resets -> users (user_id));
joinable!(email_changes -> users (user_id));

allow_tables_to_appear_in_same_query!(
    users,
    activation_tokens,
    sessions,
    teams,
    memberships,
    password_resets,
    email_changes,
);

//! `…/me/`: who I am, and what I tell about myself.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use teammoa_domain::Language;
use teammoa_service::accounts::{self, Account, EditProfile};
use utoipa::ToSchema;

use crate::api::shapes;
use crate::extract::{Body, SignedIn};
use crate::failure::Failure;

/// An account, as its owner sees it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Me {
    /// Which account.
    id: i64,
    /// The name to log in with.
    username: String,
    /// The name that the others see.
    nickname: String,
    /// The address for mails.
    email: String,
    /// What the person says about himself.
    profile: String,
    /// The language of answers, pages and mails.
    #[schema(schema_with = shapes::language)]
    language: Language,
    /// When it was made.
    date_joined: DateTime<Utc>,
    /// When the person logged in last.
    #[schema(required)]
    last_login: Option<DateTime<Utc>>,
}

/// What changes about an account. What is missing or null stays as it is.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub(crate) struct MyChanges {
    /// 2 to 10 characters.
    nickname: Option<String>,
    /// At most 500 characters; may be empty.
    profile: Option<String>,
    /// The language of answers, pages and mails.
    #[schema(schema_with = shapes::language)]
    language: Option<String>,
}

impl From<Account> for Me {
    fn from(account: Account) -> Self {
        Self {
            id: account.id.get(),
            username: account.username,
            nickname: account.nickname,
            email: account.email,
            profile: account.profile,
            language: account.language,
            date_joined: account.created_at,
            last_login: account.last_login_at,
        }
    }
}

/// Who I am
#[utoipa::path(get, path = "/api/v1/users/me/", operation_id = "show_me", tag = "users", security(("session" = [])),
    responses((status = 200, body = Me, description = "my account")))]
pub(crate) async fn show(visit: SignedIn) -> Result<HttpResponse, Failure> {
    Ok(visit.json(StatusCode::OK, &Me::from(account(&visit).await?)))
}

/// Change what I tell about myself
#[utoipa::path(patch, path = "/api/v1/users/me/", operation_id = "edit_me", tag = "users", request_body = MyChanges,
    security(("session" = [], "csrf" = [])), responses(
    (status = 200, body = Me, description = "my account after the change"),
    (status = 422),
))]
pub(crate) async fn edit(visit: SignedIn, body: Body<MyChanges>) -> Result<HttpResponse, Failure> {
    let Body(changes) = body;
    let command =
        EditProfile { nickname: changes.nickname, profile: changes.profile, language: changes.language };
    accounts::edit_profile(visit.services(), visit.user(), &command).await?;
    Ok(visit.json(StatusCode::OK, &Me::from(account(&visit).await?)))
}

async fn account(visit: &SignedIn) -> Result<Account, Failure> {
    accounts::account(visit.services(), visit.user()).await?.ok_or_else(Failure::unauthenticated)
}

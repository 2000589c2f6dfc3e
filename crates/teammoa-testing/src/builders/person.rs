//! People.

use chrono::{DateTime, Utc};
use teammoa_domain::user::{Email, Nickname, Profile, Username};
use teammoa_domain::{Language, UserId};
use teammoa_persistence::users::{self, NewUser};
use teammoa_persistence::{Conn, Db, Error};

use super::{PASSWORD, password_hash, valid};
use crate::TestClock;

/// Someone with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who it is.
    pub id: UserId,
    /// The name to log in with.
    pub username: String,
    /// The address to log in with, and for mail.
    pub email: String,
    /// The name that others see.
    pub nickname: String,
    /// What opens the account.
    pub password: &'static str,
    /// The language of pages and mails.
    pub language: Language,
}

/// Makes an account; active and in Korean, unless told otherwise.
#[derive(Clone, Debug)]
pub struct PersonBuilder {
    username: String,
    email: String,
    nickname: String,
    profile: String,
    language: Language,
    staff: bool,
    state: State,
    created_at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Active,
    Unverified,
    Disabled,
}

impl PersonBuilder {
    /// Someone with this username, the address `username@example.com`, and the (cut) username as nickname.
    pub fn new(username: &str) -> Self {
        Self {
            username: username.to_owned(),
            email: format!("{username}@example.com"),
            nickname: username.chars().take(Nickname::MAX).collect(),
            profile: String::new(),
            language: Language::default(),
            staff: false,
            state: State::Active,
            created_at: TestClock::START,
        }
    }

    /// Another address.
    #[must_use]
    pub fn email(mut self, email: &str) -> Self {
        email.clone_into(&mut self.email);
        self
    }

    /// Another nickname.
    #[must_use]
    pub fn nickname(mut self, nickname: &str) -> Self {
        nickname.clone_into(&mut self.nickname);
        self
    }

    /// Words about himself.
    #[must_use]
    pub fn profile(mut self, profile: &str) -> Self {
        profile.clone_into(&mut self.profile);
        self
    }

    /// Another language.
    #[must_use]
    pub fn language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    /// Someone to whom the admin area is open.
    #[must_use]
    pub fn staff(mut self) -> Self {
        self.staff = true;
        self
    }

    /// Someone who has shown that the address is his: the default.
    #[must_use]
    pub fn active(mut self) -> Self {
        self.state = State::Active;
        self
    }

    /// Someone who got his activation mail when he was created and has not followed it.
    #[must_use]
    pub fn unverified(mut self) -> Self {
        self.state = State::Unverified;
        self
    }

    /// Someone whom an admin has locked out.
    #[must_use]
    pub fn disabled(mut self) -> Self {
        self.state = State::Disabled;
        self
    }

    /// Another time of creation, mail and activation than [`TestClock::START`].
    #[must_use]
    pub fn created_at(mut self, time: DateTime<Utc>) -> Self {
        self.created_at = time;
        self
    }

    /// Writes the account.
    ///
    /// # Panics
    /// When a value breaks the rules of the domain, or the database refuses it.
    pub async fn insert(self, db: &Db) -> Person {
        let mut people = Self::insert_all([self], db).await;
        people.pop().unwrap_or_else(|| panic!("one person was to be inserted"))
    }

    /// Writes many accounts in one transaction, and gives them in the same order.
    ///
    /// # Panics
    /// As [`PersonBuilder::insert`]; then none is written.
    pub async fn insert_all(people: impl IntoIterator<Item = Self>, db: &Db) -> Vec<Person> {
        let hash = password_hash().await;
        let people: Vec<(Self, NewUser)> =
            people.into_iter().map(|person| (person.clone(), person.new_user(&hash))).collect();
        db.write(move |conn| people.into_iter().map(|(person, new)| person.write(conn, &new)).collect())
            .await
            .unwrap_or_else(|error: Error| panic!("the people cannot be inserted: {error}"))
    }

    fn new_user(&self, hash: &str) -> NewUser {
        NewUser {
            username: valid("username", Username::parse(&self.username)),
            email: valid("email", Email::parse(&self.email)),
            nickname: valid("nickname", Nickname::parse(&self.nickname)),
            profile: valid("profile", Profile::parse(&self.profile)),
            password_hash: Some(hash.to_owned()),
            language: self.language,
            is_staff: self.staff,
            created_at: self.created_at,
            activated_at: (self.state != State::Unverified).then_some(self.created_at),
            activation_mailed_at: Some(self.created_at),
        }
    }

    fn write(self, conn: &mut Conn, new: &NewUser) -> Result<Person, Error> {
        let id = users::insert(conn, new)?;
        if self.state == State::Disabled {
            users::disable(conn, id, self.created_at)?;
        }
        Ok(Person {
            id,
            username: self.username,
            email: self.email,
            nickname: self.nickname,
            password: PASSWORD,
            language: self.language,
        })
    }
}

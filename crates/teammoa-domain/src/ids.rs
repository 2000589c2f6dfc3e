//! One type for each kind of id, so that a team's id can't be handed in where a person's is meant.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A text that is not an id: not a positive 64-bit integer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id is a positive whole number")]
pub struct ParseIdError;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(i64);

        impl $name {
            /// The number that the database gave.
            pub const fn get(self) -> i64 {
                self.0
            }
        }

        impl From<i64> for $name {
            fn from(id: i64) -> Self {
                Self(id)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text.parse() {
                    Ok(id) if id > 0 => Ok(Self(id)),
                    Ok(_) | Err(_) => Err(ParseIdError),
                }
            }
        }
    };
}

id!(
    /// A person with an account.
    UserId
);
id!(
    /// A team.
    TeamId
);
id!(
    /// A person's place in one team.
    MembershipId
);
id!(
    /// A signed-in browser or program.
    SessionId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_positive_number() {
        assert_eq!("7".parse::<TeamId>().map(TeamId::get), Ok(7));
        for wrong in ["", "0", "-3", "x", "1.5", "9223372036854775808"] {
            assert_eq!(wrong.parse::<TeamId>(), Err(ParseIdError), "{wrong}");
        }
    }
}

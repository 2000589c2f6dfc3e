//! `create-admin`: the first account of an installation.

use std::io::{self, BufRead, IsTerminal};

use clap::Args;
use teammoa_domain::{FieldErrors, Invalid};
use teammoa_service::accounts::{self, CreateAdmin, CreateAdminError};

use crate::{config::Config, failure::Failure, out, wire};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// Name to log in with
    #[arg(long)]
    username: String,
    /// Address for mails
    #[arg(long)]
    email: String,
    /// Name that others see
    #[arg(long)]
    nickname: String,
    /// Read the password from the first line of standard input instead of asking for it
    #[arg(long, conflicts_with = "generate_password")]
    password_stdin: bool,
    /// Make a password and print it
    #[arg(long)]
    generate_password: bool,
}

pub(super) async fn run(config: &Config, options: Options) -> Result<(), Failure> {
    let services = wire::services_of_command(config).await?;
    let generated = options.generate_password.then(generate).transpose()?;
    let password = match &generated {
        Some(password) => password.clone(),
        None if options.password_stdin => first_line()?,
        None => asked_for()?,
    };
    let username = options.username.clone();
    let command = CreateAdmin {
        username: options.username,
        email: options.email,
        nickname: options.nickname,
        password,
        language: config.site.default_language,
    };
    match accounts::create_admin(&services, command).await {
        Ok(id) => out::say(format!("Created the administrator {username} (account {id}).")),
        Err(CreateAdminError::Invalid(errors)) => return Err(Failure::Refused(in_words(&errors))),
        Err(CreateAdminError::Fault(fault)) => return Err(fault.into()),
    }
    if let Some(password) = generated {
        out::say(format!("Password: {password}"));
    }
    Ok(())
}

fn first_line() -> Result<String, Failure> {
    let mut line = String::new();
    let read = io::stdin().lock().read_line(&mut line);
    read.map_err(|source| Failure::System { what: "reading the password", source })?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// Asks twice, without showing what is typed.
fn asked_for() -> Result<String, Failure> {
    if !io::stdin().is_terminal() {
        let why = "there is no terminal to ask for a password: use --password-stdin or --generate-password";
        return Err(Failure::Refused(why.to_owned()));
    }
    let ask = |question| {
        rpassword::prompt_password(question)
            .map_err(|source| Failure::System { what: "reading the password", source })
    };
    let password = ask("Password: ")?;
    if ask("Again: ")? == password {
        return Ok(password);
    }
    Err(Failure::Refused("the two passwords differ".to_owned()))
}

/// Four groups of five characters that are not mistaken for each other: about 98 bits.
fn generate() -> Result<String, Failure> {
    const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
    let bytes = teammoa_service::secrets::random::<20>()?;
    let letters = bytes.iter().filter_map(|byte| LETTERS.get(usize::from(byte % 32)));
    let letters: Vec<char> = letters.map(|letter| char::from(*letter)).collect();
    let groups: Vec<String> = letters.chunks(5).map(|group| group.iter().collect()).collect();
    Ok(groups.join("-"))
}

fn in_words(errors: &FieldErrors) -> String {
    let lines = errors.iter().map(|(field, invalid)| format!("\n  * --{field} {}", why(invalid)));
    format!("no account was created:{}", lines.collect::<String>())
}

fn why(invalid: &Invalid) -> String {
    match invalid {
        Invalid::Required => "is missing".to_owned(),
        Invalid::TooShort { min } => format!("is too short: at least {min} characters"),
        Invalid::TooLong { max } => format!("is too long: at most {max} characters"),
        Invalid::Malformed => "has a form that is not allowed".to_owned(),
        Invalid::OutOfRange { min, max } => format!("has to be from {min} to {max}"),
        Invalid::Common => "is one of the most common ones".to_owned(),
        Invalid::OnlyDigits => "has only digits".to_owned(),
        Invalid::TooSimilar => "is too similar to name or address".to_owned(),
        Invalid::Mismatch => "was typed differently the second time".to_owned(),
        Invalid::Taken => "belongs to another account".to_owned(),
    }
}

//! What templates can call: `t(key=…)` for texts, `asset(path=…)` for addresses of assets, `with_links` for plain
//! text, `colour` for people.

use teammoa_domain::Language;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::assets;
use super::i18n::{self, Arg};

/// Makes them known to `tera`.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function("t", |kwargs: Kwargs, state: &State<'_>| text(&kwargs, state));
    tera.register_function("asset", |kwargs: Kwargs, state: &State<'_>| asset(&kwargs, state));
    tera.register_filter("with_links", with_links);
    tera.register_filter("colour", colour);
}

/// `t(key="team-members", count=3)`: a text in the language of the page. Components that use it declare `@shell`.
fn text(kwargs: &Kwargs, state: &State<'_>) -> TeraResult<String> {
    let key = kwargs.must_get::<&str>("key")?;
    let tag = from_shell(state, "language")?;
    let language = Language::from_tag(&tag).unwrap_or_default();
    let mut args = Vec::new();
    for (name, value) in kwargs.iter() {
        let name = name.as_str().unwrap_or_default();
        if name != "key" {
            args.push((name, arg(name, value)?));
        }
    }
    if cfg!(debug_assertions) {
        i18n::try_text(language, key, &args).map_err(Error::message)
    } else {
        Ok(i18n::text(language, key, &args))
    }
}

/// `asset(path="css/base.css")`: the address of an asset.
fn asset(kwargs: &Kwargs, state: &State<'_>) -> TeraResult<String> {
    let path = kwargs.must_get::<&str>("path")?;
    if cfg!(debug_assertions) && !assets::exists(path) {
        return Err(Error::message(format!("no asset `{path}`")));
    }
    Ok(format!("{}/{path}", from_shell(state, "assets")?))
}

/// Plain text with its web addresses as links.
fn with_links(text: &str, _: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let mut html = String::new();
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let space = piece.get(word.len()..).unwrap_or_default();
        let shown = state.escape(word)?;
        if word.starts_with("http://") || word.starts_with("https://") {
            html.extend(["<a href=\"", &shown, "\">", &shown, "</a>"]);
        } else {
            html.push_str(&shown);
        }
        html.push_str(space);
    }
    Ok(Value::safe_string(&html))
}

/// One of the six colours of people, always the same for the same name.
fn colour(name: &str, _: Kwargs, _: &State<'_>) -> u64 {
    name.bytes().map(u64::from).sum::<u64>() % 6
}

fn from_shell(state: &State<'_>, name: &str) -> TeraResult<String> {
    let shell = state.get::<Value>("shell")?;
    let value = shell.as_ref().and_then(|shell| shell.get_from_path(name)?.as_str());
    value
        .map(ToOwned::to_owned)
        .ok_or_else(|| Error::message(format!("no `shell.{name}`: a component needs `@shell`")))
}

fn arg(name: &str, value: &Value) -> TeraResult<Arg> {
    if let Some(text) = value.as_str() {
        return Ok(Arg::from(text));
    }
    match value.as_f64() {
        Some(number) => Ok(Arg::Number(number)),
        None => Err(Error::message(format!("`{name}` is neither text nor number"))),
    }
}

//! The `Forwarded` header of RFC 7239: `for=192.0.2.1;proto=https, for="[2001:db8::1]:4711"`.

use actix_web::http::header::HeaderMap;

/// What one proxy wrote.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Hop {
    pub(super) for_node: Option<String>,
    pub(super) proto: Option<String>,
}

/// All hops, oldest first. Commas and semicolons within quotes belong to the value.
pub(super) fn hops(headers: &HeaderMap, name: &str) -> Vec<Hop> {
    headers
        .get_all(name)
        .flat_map(|line| {
            let line = String::from_utf8_lossy(line.as_bytes()).into_owned();
            split(&line, ',').iter().map(|element| hop(element)).collect::<Vec<_>>()
        })
        .collect()
}

fn hop(element: &str) -> Hop {
    let mut hop = Hop::default();
    for pair in split(element, ';') {
        let Some((name, value)) = pair.split_once('=') else {
            continue;
        };
        let value = Some(unquoted(value.trim()));
        match name.trim().to_ascii_lowercase().as_str() {
            "for" => hop.for_node = value,
            "proto" => hop.proto = value,
            _ => {}
        }
    }
    hop
}

fn split(text: &str, separator: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut quoted, mut escaped) = (false, false);
    for character in text.chars() {
        if character == separator && !quoted {
            parts.push(String::new());
            continue;
        }
        if character == '"' && !escaped {
            quoted = !quoted;
        }
        escaped = quoted && character == '\\' && !escaped;
        if let Some(part) = parts.last_mut() {
            part.push(character);
        }
    }
    parts
}

fn unquoted(value: &str) -> String {
    match value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inside) => {
            let mut escaped = false;
            let keep = |character: &char| {
                escaped = *character == '\\' && !escaped;
                !escaped
            };
            inside.chars().filter(keep).collect()
        }
        None => value.into(),
    }
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderName, HeaderValue};

    use super::*;

    fn read(line: &'static str) -> Vec<(Option<String>, Option<String>)> {
        let mut headers = HeaderMap::new();
        headers.append(HeaderName::from_static("forwarded"), HeaderValue::from_static(line));
        let hops = hops(&headers, "forwarded");
        hops.into_iter().map(|hop| (hop.for_node, hop.proto)).collect()
    }

    #[test]
    fn hops_are_read_with_their_quotes() {
        assert_eq!(read("for=192.0.2.1; proto=https"), [(Some("192.0.2.1".into()), Some("https".into()))]);
        assert_eq!(
            read("For=\"[2001:db8::1]:4711\";Proto=\"ht\\tps\", for=\"a,b;c\";by=x"),
            [(Some("[2001:db8::1]:4711".into()), Some("https".into())), (Some("a,b;c".into()), None)]
        );
        assert_eq!(read("nonsense"), [(None, None)]);
        assert_eq!(read("proto=\"https"), [(None, Some("\"https".into()))]);
    }
}

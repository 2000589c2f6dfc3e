//! `healthcheck`: the question of a container's HEALTHCHECK, without needing curl in the image.

use std::{
    io::{self, Read, Write},
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream},
    time::Duration,
};

use crate::{config::Config, failure::Failure, out};

const PATIENCE: Duration = Duration::from_secs(5);
const PATH: &str = "/health/ready";

pub(super) fn run(config: &Config) -> Result<(), Failure> {
    let address = reachable(config.site.bind);
    let refused = |why: String| Failure::Refused(format!("http://{address}{PATH}: {why}"));
    if address.port() == 0 {
        return Err(refused("BIND has port 0, so that nobody knows where the server is".to_owned()));
    }
    match ask(address) {
        Ok(answer) if answer.status == Some(200) => {
            out::say(answer.body);
            Ok(())
        }
        Ok(answer) => {
            let status = answer.status.map_or_else(|| "no HTTP".to_owned(), |status| status.to_string());
            Err(refused(format!("{status} {}", answer.body)))
        }
        Err(error) => Err(refused(error.to_string())),
    }
}

/// A server that listens everywhere is asked on this machine.
fn reachable(bind: SocketAddr) -> SocketAddr {
    let ip = match bind.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    SocketAddr::new(ip, bind.port())
}

struct Answer {
    status: Option<u16>,
    body: String,
}

fn ask(address: SocketAddr) -> io::Result<Answer> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    write!(stream, "GET {PATH} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut bytes = Vec::new();
    stream.take(64 * 1024).read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let status = head.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)?.parse().ok());
    Ok(Answer { status, body: body.trim().to_owned() })
}

//! The one line that the log holds of every request.

use std::io::Write;
use std::sync::{Arc, LazyLock, Mutex};

use super::site::{PROXY, Site, get, http, https};

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Lines {
    /// One listener for the whole test run: tests find their own lines by the name of the request.
    fn get() -> Self {
        static ALL: LazyLock<Lines> = LazyLock::new(|| {
            let lines = Lines::default();
            let writer = lines.clone();
            let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone());
            tracing::subscriber::set_global_default(subscriber.finish()).unwrap();
            lines
        });
        ALL.clone()
    }

    fn of_request(&self, id: &str) -> Vec<String> {
        let text = String::from_utf8(self.0.lock().unwrap().clone()).unwrap();
        let id = format!("request_id={id} ");
        let lines = text.lines().filter(|line| line.contains("method=") && line.contains(&id));
        lines.map(str::to_owned).collect()
    }
}

#[actix_web::test]
async fn a_request_is_one_line_with_its_facts() {
    let lines = Lines::get();
    let site = Site::new(http()).await;
    let request =
        get(PROXY, "localhost", "/nowhere?password=x").insert_header(("x-forwarded-for", "198.51.100.7"));
    let answer = site.send(request).await;
    let found = lines.of_request(answer.header("x-request-id"));
    assert_eq!(found.len(), 1, "{found:?}");
    let facts = [
        "method=GET",
        "path=/nowhere ",
        "status=404",
        "ms=",
        "queries=0",
        "rows=0",
        "db_ms=0",
        "client=198.51.100.7",
    ];
    for fact in facts {
        assert!(found[0].contains(fact), "{fact} in {}", found[0]);
    }
}

#[actix_web::test]
async fn links_with_secrets_are_logged_without_them() {
    let lines = Lines::get();
    let site = Site::new(https()).await;
    for (proto, status) in [("http", 307), ("https", 200)] {
        let request = get(PROXY, "web", "/activate/s3cret/").insert_header(("x-forwarded-proto", proto));
        let answer = site.send(request).await;
        assert_eq!(answer.status, status);
        let found = lines.of_request(answer.header("x-request-id"));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("path=/activate/{token}/") && !found[0].contains("s3cret"), "{found:?}");
    }
}

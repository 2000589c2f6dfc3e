use crate::support::{Installation, closed_address};

#[test]
fn a_ready_server_is_healthy_until_it_drains() {
    let installation = Installation::new().with("DRAIN_DELAY", "50s").with("SHUTDOWN_DEADLINE", "60s");
    let mut server = installation.serve();
    let asking = Installation::new().with("BIND", server.address.as_str());
    let said = asking.run(&["healthcheck"]).good();
    assert!(said.contains("status"), "{said}");
    server.signal("TERM");
    server.wait_for("stopping");
    let said = asking.run(&["healthcheck"]).bad();
    assert!(said.contains("/health/ready: 503"), "{said}");
}

#[test]
fn a_server_of_an_https_site_is_asked_without_being_redirected() {
    let server = Installation::new().in_production().serve();
    Installation::new().in_production().with("BIND", server.address.as_str()).run(&["healthcheck"]).good();
}

#[test]
fn nobody_there_is_not_healthy() {
    let said = Installation::new().with("BIND", closed_address()).run(&["healthcheck"]).bad();
    assert!(said.contains("/health/ready: "), "{said}");
}

#[test]
fn a_port_that_nobody_knows_cannot_be_asked() {
    let said = Installation::new().run(&["healthcheck"]).bad();
    assert!(said.contains("BIND has port 0"), "{said}");
}

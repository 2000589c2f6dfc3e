//! How much 50 logins at once slow down the pages of everybody else: `make bench-logins`.
//!
//! Starts the binary that is named on the command line three times, with different numbers of passwords hashed at a time,
//! and asks it for two pages in turn: while nothing else happens, and while 50 people log in. All in one run on one machine,
//! so that the numbers of one table belong together.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a tool for developers, like a test: it may panic, and its result is what it prints"
)]

mod client;
mod people;
mod site;
mod table;

use std::{
    sync::{
        Barrier,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use client::Client;
use people::{PASSWORD, name};
use site::Site;
use table::{Column, Row};

/// How many log in at once.
const LOGINS: usize = 50;
/// How often they do: a round is over soon, and one alone says little.
const ROUNDS: usize = 10;
/// What visitors look at: a stranger at the first, somebody who is signed in at the second.
const PAGES: [&str; 2] = ["/accounts/login/", "/teams/"];
/// The pause between two pages.
const PAUSE: Duration = Duration::from_millis(5);
/// How long visitors have the site for themselves, in each round.
const ALONE: Duration = Duration::from_secs(2);

fn main() {
    let binary = std::env::args().nth(1).expect("the path of the binary is the one argument");
    let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let data = people::seed();
    let columns: Vec<Column> = [1, cores, LOGINS]
        .into_iter()
        .map(|hash_concurrency| {
            measure(&Site::start(&binary, data.path(), hash_concurrency), hash_concurrency)
        })
        .collect();
    println!("{LOGINS} logins at once, {ROUNDS} rounds, {cores} cores\n");
    println!("{}", table::render(&columns));
}

fn measure(site: &Site, hash_concurrency: usize) -> Column {
    let mut visitors = PAGES.map(|_| Client::connect(site.address));
    visitors[1].log_in(&name(LOGINS), PASSWORD);
    let warm_up = Instant::now() + ALONE;
    visit(&mut visitors, &mut rows(), || Instant::now() < warm_up);
    let (mut alone, mut beside) = (rows(), rows());
    let (mut all, mut each) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let end = Instant::now() + ALONE;
        visit(&mut visitors, &mut alone, || Instant::now() < end);
        let busy = AtomicBool::new(true);
        let (begin, visitors, beside) = (&Barrier::new(LOGINS + 1), &mut visitors, &mut beside);
        thread::scope(|scope| {
            let logins: Vec<_> =
                (0..LOGINS).map(|number| scope.spawn(move || log_in(site, number, begin))).collect();
            begin.wait();
            let since = Instant::now();
            let visiting = scope.spawn(|| visit(visitors, beside, || busy.load(Ordering::Relaxed)));
            each.extend(logins.into_iter().map(|login| login.join().unwrap()));
            all.push(since.elapsed());
            busy.store(false, Ordering::Relaxed);
            visiting.join().unwrap();
        });
    }
    Column { hash_concurrency, alone, beside, all, each }
}

/// One of the 50, on a connection of his own that is there already; how long he waits for the answer.
fn log_in(site: &Site, number: usize, begin: &Barrier) -> Duration {
    let mut client = Client::connect(site.address);
    client.get("/health/");
    begin.wait();
    client.log_in(&name(number), PASSWORD)
}

/// Looks at the pages in turn as long as it should.
fn visit(visitors: &mut [Client], rows: &mut [Row], goes_on: impl Fn() -> bool) {
    while goes_on() {
        for (visitor, row) in visitors.iter_mut().zip(&mut *rows) {
            thread::sleep(PAUSE);
            row.took.push(visitor.get(row.page));
        }
    }
}

fn rows() -> Vec<Row> {
    PAGES.map(|page| Row { page, took: Vec::new() }).to_vec()
}

//! The numbers as a table in Markdown.

use std::time::Duration;

/// How long one page took, each time.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) page: &'static str,
    pub(crate) took: Vec<Duration>,
}

/// What was measured with one configuration.
pub(crate) struct Column {
    pub(crate) hash_concurrency: usize,
    /// The pages while nothing else happens.
    pub(crate) alone: Vec<Row>,
    /// The pages while people log in.
    pub(crate) beside: Vec<Row>,
    /// How long it took until the last one was in, in each round.
    pub(crate) all: Vec<Duration>,
    /// How long each of them waited.
    pub(crate) each: Vec<Duration>,
}

/// Two tables: the pages, and the logins.
pub(crate) fn render(columns: &[Column]) -> String {
    [of_pages(columns), of_logins(columns)].join("\n\n")
}

fn of_pages(columns: &[Column]) -> String {
    let mut lines = vec![
        "| `HASH_CONCURRENCY` | Page | p50 alone | p50 during logins | Ratio | p95 alone | p95 during logins | Ratio |"
            .to_owned(),
        "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |".to_owned(),
    ];
    for column in columns {
        for (alone, beside) in column.alone.iter().zip(&column.beside) {
            let [half, most] = [50, 95].map(|percent| {
                let (before, during) = (percentile(&alone.took, percent), percentile(&beside.took, percent));
                format!("{before:.1} ms | {during:.1} ms | {:.1}", during / before)
            });
            lines.push(format!("| {} | `{}` | {half} | {most} |", column.hash_concurrency, alone.page));
        }
    }
    lines.join("\n")
}

fn of_logins(columns: &[Column]) -> String {
    let mut lines = vec![
        "| `HASH_CONCURRENCY` | All are in after (p50) | One of them waits (p50) | One of them waits (p95) | \
         Pages looked at meanwhile |"
            .to_owned(),
        "| ---: | ---: | ---: | ---: | ---: |".to_owned(),
    ];
    lines.extend(columns.iter().map(|column| {
        let (all, [half, most]) =
            (percentile(&column.all, 50), [50, 95].map(|p| percentile(&column.each, p)));
        let pages: usize = column.beside.iter().map(|row| row.took.len()).sum();
        format!("| {} | {all:.0} ms | {half:.0} ms | {most:.0} ms | {pages} |", column.hash_concurrency)
    }));
    lines.join("\n")
}

/// In milliseconds: so many percent took no longer.
fn percentile(took: &[Duration], percent: usize) -> f64 {
    let mut sorted = took.to_vec();
    sorted.sort_unstable();
    sorted[(sorted.len() - 1) * percent / 100].as_secs_f64() * 1000.0
}

//! Query budgets.

pub use teammoa_persistence::queries::QueryStats;
use teammoa_persistence::queries::observe;

/// Runs a future and counts what it asks of the database.
pub async fn count<T>(future: impl Future<Output = T>) -> (T, QueryStats) {
    let stats = QueryStats::new();
    let value = observe(stats.clone(), future).await;
    (value, stats)
}

/// Fails, with the statements in their order, unless exactly this many of them read.
///
/// # Panics
/// That is its purpose.
#[track_caller]
pub fn assert_selects(stats: &QueryStats, expected: usize) {
    let found = stats.selects();
    assert!(
        found == expected,
        "{expected} SELECTs were expected, {found} were made; all statements:\n{}",
        stats.log().join("\n")
    );
}

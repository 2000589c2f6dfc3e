//! The migrated schemas: alike on both databases, as Diesel believes them to be, and with the indices they need.

use std::collections::{BTreeMap, BTreeSet};

use diesel::RunQueryDsl;
use diesel::sql_types::{Bool, Text};
use teammoa_persistence::{Backend, Conn, Db, Error};
use teammoa_testing::{TestDb, on_both};

use crate::given::read;

/// What both databases have in common.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Schema {
    /// Table and column, with the type and whether it may be NULL.
    columns: BTreeMap<(String, String), (String, bool)>,
    /// Table and columns in their order, and whether it covers some rows only.
    unique: BTreeSet<(String, String, bool)>,
    /// Table, column, where it points to, and what happens to the row when that one goes.
    foreign: BTreeSet<(String, String, String, String)>,
    /// Table and columns in their order.
    indices: BTreeSet<(String, String)>,
}

#[derive(diesel::QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    of_table: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Bool)]
    nullable: bool,
}

#[derive(diesel::QueryableByName)]
struct Index {
    #[diesel(sql_type = Text)]
    of_table: String,
    #[diesel(sql_type = Text)]
    columns: String,
    #[diesel(sql_type = Bool)]
    is_unique: bool,
    #[diesel(sql_type = Bool)]
    is_partial: bool,
}

#[derive(diesel::QueryableByName)]
struct Foreign {
    #[diesel(sql_type = Text)]
    of_table: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    target: String,
    #[diesel(sql_type = Text)]
    on_delete: String,
}

/// The schema of a database as the database itself tells it.
pub(crate) async fn of(db: &Db) -> Schema {
    let sql = match db.backend() {
        Backend::Sqlite => SQLITE,
        Backend::Postgres => POSTGRES,
    };
    read(db, move |conn| {
        let columns: Vec<Column> = load(conn, sql[0])?;
        let indices: Vec<Index> = load(conn, sql[1])?;
        let foreign: Vec<Foreign> = load(conn, sql[2])?;
        Ok(assemble(columns, &indices, foreign))
    })
    .await
}

fn load<T: diesel::QueryableByName<<Conn as diesel::Connection>::Backend> + 'static>(
    conn: &mut Conn,
    sql: &str,
) -> Result<Vec<T>, Error> {
    Ok(diesel::sql_query(sql).load(conn)?)
}

fn assemble(columns: Vec<Column>, indices: &[Index], foreign: Vec<Foreign>) -> Schema {
    let kind = |kind: &str| match kind.to_uppercase().as_str() {
        "INTEGER" => "Integer",
        "BIGINT" => "BigInt",
        "TEXT" => "Text",
        "BLOB" | "BYTEA" => "Binary",
        "BOOLEAN" => "Bool",
        "TIMESTAMP" | "TIMESTAMP WITHOUT TIME ZONE" => "Timestamp",
        other => panic!("unknown type {other}"),
    };
    // SQLite calls a key that counts up INTEGER, and it has 64 bits.
    let kind = |column: &Column| if column.name == "id" { "BigInt" } else { kind(&column.kind) };
    let unique = indices.iter().filter(|index| index.is_unique);
    Schema {
        unique: unique
            .map(|index| (index.of_table.clone(), index.columns.clone(), index.is_partial))
            .collect(),
        indices: indices.iter().map(|index| (index.of_table.clone(), index.columns.clone())).collect(),
        columns: columns
            .into_iter()
            .map(|column| {
                let kind = kind(&column).to_owned();
                ((column.of_table, column.name), (kind, column.nullable))
            })
            .collect(),
        foreign: foreign.into_iter().map(|key| (key.of_table, key.name, key.target, key.on_delete)).collect(),
    }
}

/// Columns, indices without those of primary keys, foreign keys.
const SQLITE: [&str; 3] = [
    "SELECT m.name AS of_table, c.name AS name, c.type AS kind, NOT c.\"notnull\" AS nullable \
     FROM sqlite_master m JOIN pragma_table_info(m.name) c \
     WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' \
     AND m.name <> '__diesel_schema_migrations'",
    "SELECT m.name AS of_table, i.\"unique\" AS is_unique, i.partial AS is_partial, \
     (SELECT group_concat(k.name, ',') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno) k) AS columns \
     FROM sqlite_master m JOIN pragma_index_list(m.name) i \
     WHERE m.type = 'table' AND i.origin <> 'pk' AND m.name <> '__diesel_schema_migrations'",
    "SELECT m.name AS of_table, f.\"from\" AS name, f.\"table\" || '.' || f.\"to\" AS target, f.on_delete AS on_delete \
     FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'",
];

/// The same.
const POSTGRES: [&str; 3] = [
    "SELECT table_name::text AS of_table, column_name::text AS name, data_type::text AS kind, \
     is_nullable = 'YES' AS nullable FROM information_schema.columns \
     WHERE table_schema = 'public' AND table_name <> '__diesel_schema_migrations'",
    "SELECT t.relname::text AS of_table, i.indisunique AS is_unique, i.indpred IS NOT NULL AS is_partial, \
     (SELECT string_agg(a.attname, ',' ORDER BY k.place) FROM unnest(i.indkey::int[]) WITH ORDINALITY k (number, place) \
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number) AS columns \
     FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace \
     WHERE n.nspname = 'public' AND NOT i.indisprimary",
    "SELECT t.relname::text AS of_table, a.attname::text AS name, r.relname || '.' || b.attname AS target, \
     CASE c.confdeltype WHEN 'a' THEN 'NO ACTION' WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE' \
     WHEN 'n' THEN 'SET NULL' ELSE 'SET DEFAULT' END AS on_delete \
     FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class r ON r.oid = c.confrelid \
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1] \
     JOIN pg_attribute b ON b.attrelid = r.oid AND b.attnum = c.confkey[1] WHERE c.contype = 'f'",
];

/// What `schema.rs` says, read as text: Diesel offers no list of its tables.
fn of_diesel() -> BTreeMap<(String, String), (String, bool)> {
    let mut table = String::new();
    let mut columns = BTreeMap::new();
    for line in include_str!("../../src/schema.rs").lines().map(str::trim) {
        if let Some(name) = line.strip_suffix(" (id) {") {
            name.clone_into(&mut table);
        } else if let Some((name, kind)) = line.trim_end_matches(',').split_once(" -> ") {
            let inner = kind.strip_prefix("Nullable<").and_then(|kind| kind.strip_suffix('>'));
            let (kind, nullable) = inner.map_or((kind, false), |inner| (inner, true));
            if line.ends_with(',') {
                columns.insert((table.clone(), name.to_owned()), (kind.to_owned(), nullable));
            }
        }
    }
    columns
}

on_both! {
    #[tokio::test]
    async fn diesel_knows_the_columns_as_they_are(test: TestDb) {
        assert_eq!(of(&test.db).await.columns, of_diesel());
    }

    #[tokio::test]
    async fn each_foreign_key_has_an_index_and_says_what_deleting_does(test: TestDb) {
        let schema = of(&test.db).await;
        assert_eq!(schema.foreign.len(), 7);
        for (table, column, target, on_delete) in &schema.foreign {
            let indexed = schema.indices.iter().any(|(of_table, columns)| {
                of_table == table && columns.split(',').next() == Some(column)
            });
            assert!(indexed, "{table}.{column} has no index");
            assert_ne!(on_delete, "NO ACTION", "{table}.{column} -> {target}");
        }
    }

    #[tokio::test]
    async fn names_and_addresses_are_unique_among_some_rows_and_the_rest_among_all(test: TestDb) {
        let unique = of(&test.db).await.unique;
        let shown: Vec<String> = unique
            .iter()
            .map(|(table, columns, partial)| format!("{table} {columns}{}", if *partial { " (some)" } else { "" }))
            .collect();
        assert_eq!(shown, [
            "activation_tokens token_hash",
            "email_changes token_hash",
            "email_changes user_id",
            "mail_outbox message_id",
            "memberships team_id,user_id",
            "password_resets token_hash",
            "password_resets user_id",
            "sessions token_hash",
            "sign_up_reservations email_key",
            "sign_up_reservations username_key",
            "teams invite_code",
            "users email_key (some)",
            "users username_key (some)",
        ]);
    }
}

#[tokio::test]
async fn both_databases_have_the_same_schema() {
    if teammoa_testing::postgres_is_left_out() {
        return;
    }
    let (sqlite, postgres) = (TestDb::sqlite().await, TestDb::postgres().await);
    assert_eq!(of(&sqlite.db).await, of(&postgres.db).await);
}

#[test]
fn both_folders_have_the_same_migrations_each_with_a_way_back() {
    let names = |backend: &str| {
        let folder = format!("{}/../../migrations/{backend}", env!("CARGO_MANIFEST_DIR"));
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| {
                let entry = entry.unwrap();
                let down = std::fs::read_to_string(entry.path().join("down.sql")).unwrap();
                assert!(down.contains("DROP") || down.contains("ALTER"), "{:?}", entry.path());
                entry.file_name().into_string().unwrap()
            })
            .collect();
        names.sort();
        names
    };
    assert_eq!(names("sqlite"), names("postgres"));
}

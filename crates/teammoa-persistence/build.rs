//! Compiles again when a migration was added: `embed_migrations!` alone notices only changed files.

fn main() {
    println!("cargo:rerun-if-changed=../../migrations");
}

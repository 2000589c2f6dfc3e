//! Writes every sample of every page, with the assets beside them, into a folder: to look at pages without a server.
//!
//! `cargo run -p teammoa-web --example render_samples -- target/samples`, then serve that folder and open `index.html`.
#![expect(clippy::print_stdout, reason = "a tool for people at a terminal")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use teammoa_domain::Language;
use teammoa_web::view::{Flash, FlashKind, QueryPanel, Shell, ShellPerson, Templates, assets, samples};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("say where to: render_samples FOLDER")?;
    let folder = PathBuf::from(folder);
    let templates = Templates::new()?;
    let mut index = String::from("<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<ul>\n");
    for language in Language::ALL {
        for (who, shell) in shells(language) {
            for sample in samples::render_all(&templates, &shell) {
                let page = sample.template.trim_start_matches("pages/").trim_end_matches(".html");
                let name =
                    format!("{}-{}-{who}-{}.html", page.replace('/', "-"), sample.number, language.tag());
                write(&folder.join(&name), sample.html?.as_bytes())?;
                index.extend(["<li><a href=\"", &name, "\">", &name, "</a></li>\n"]);
            }
        }
    }
    write(&folder.join("index.html"), index.as_bytes())?;
    for path in assets::paths() {
        let content = assets::content(&path).unwrap_or_default();
        write(&folder.join("assets").join(assets::hash()).join(&path), &content)?;
    }
    println!("{}", folder.join("index.html").display());
    Ok(())
}

fn shells(language: Language) -> [(&'static str, Shell); 2] {
    let nobody = Shell { csrf: "sample".to_owned(), ..Shell::anonymous(language, "/") };
    let queries = QueryPanel {
        count: 2,
        rows: 11,
        db_ms: 1.4,
        list: vec!["SELECT 1".to_owned(), "SELECT 2".to_owned()],
    };
    let member = Shell {
        path: "/teams/".to_owned(),
        person: Some(ShellPerson {
            nickname: "미나".to_owned(),
            username: "mina".to_owned(),
            is_staff: false,
        }),
        flash: Some(Flash {
            kind: FlashKind::Success,
            text: teammoa_web::view::i18n::text(language, "flash-welcome", &[("nickname", "미나".into())]),
        }),
        development: true,
        queries: Some(queries),
        ..nobody.clone()
    };
    [("nobody", nobody), ("member", member)]
}

fn write(path: &Path, content: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, content)
}

//! What holds for every form.

use scraper::{ElementRef, Selector};

use super::html::{parsed, words};

#[test]
fn every_form_is_posted_with_the_token() {
    for page in parsed() {
        for form in page.all("form") {
            assert_eq!(form.attr("method"), Some("post"), "{}", page.name);
            assert!(form.attr("action").is_some_and(|path| path.starts_with('/')), "{}", page.name);
            let token = first(form, "input[name=csrfmiddlewaretoken]").and_then(|input| input.attr("value"));
            assert_eq!(token, Some("the-token"), "{}", page.name);
        }
    }
}

#[test]
fn every_visible_field_has_a_label_and_says_how_to_fill_it_in() {
    for page in parsed() {
        for input in page.all("input:not([type=hidden]), textarea") {
            let id = input.attr("id").unwrap_or_else(|| panic!("{}: {}", page.name, input.html()));
            let labels = page.all(&format!("label[for={id}]"));
            assert!(labels.len() == 1 && !words(labels[0]).is_empty(), "{}: {id}", page.name);
            assert!(input.attr("autocomplete").is_some(), "{}: {id}", page.name);
        }
    }
}

#[test]
fn a_wrong_field_says_so_is_tied_to_its_error_and_takes_the_focus() {
    let pages = parsed();
    let wrong: Vec<_> = pages.iter().flat_map(|page| page.all("[aria-invalid=true]")).collect();
    assert!(wrong.len() >= 2 * 2 * 7, "the samples show wrong fields: {}", wrong.len());
    for field in wrong {
        let error = format!("{}-error", field.attr("name").unwrap());
        let described = field.attr("aria-describedby").unwrap_or_default();
        assert!(described.split(' ').any(|id| id == error), "{}", field.html());
        assert!(field.attr("autofocus").is_some(), "{}", field.html());
    }
}

#[test]
fn a_field_without_error_is_not_marked_as_wrong() {
    for page in parsed().iter().filter(|page| page.name == "pages/accounts/sign_up.html 1") {
        assert!(!page.has("[aria-invalid], [autofocus], .field__error"));
    }
}

#[test]
fn no_password_is_ever_sent_back() {
    for page in parsed() {
        for input in page.all("input[type=password]") {
            assert_eq!(input.attr("value"), None, "{}", page.name);
        }
    }
}

#[test]
fn what_was_typed_stays_in_the_form() {
    let typed = "<b>모두의 모임장 미나</b>";
    for page in parsed().iter().filter(|page| page.name == "pages/accounts/sign_up.html 2") {
        assert_eq!(page.all("input[name=nickname]")[0].attr("value"), Some(typed));
    }
    for page in parsed().iter().filter(|page| page.name == "pages/teams/new.html 2") {
        let area = page.all("textarea[name=introduction]")[0].text().collect::<String>();
        assert_eq!(area, "매주 화요일에 모여요.\n<b>환영해요</b>");
    }
}

#[test]
fn the_demo_login_is_offered_only_where_there_is_one() {
    for page in parsed().iter().filter(|page| page.name.starts_with("pages/accounts/log_in.html")) {
        let offered = page.has("form[action='/dev/login/']");
        assert_eq!(offered, page.name.ends_with('2'), "{}", page.name);
    }
}

fn first<'a>(element: ElementRef<'a>, selector: &str) -> Option<ElementRef<'a>> {
    element.select(&Selector::parse(selector).unwrap()).next()
}

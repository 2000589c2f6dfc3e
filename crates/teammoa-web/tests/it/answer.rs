//! What came back, read to its end.

use actix_web::body::{MessageBody, to_bytes};
use actix_web::dev::ServiceResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap};
use scraper::{Html, Selector};

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) async fn read(answer: ServiceResponse<impl MessageBody>) -> Self {
        let (status, headers) = (answer.status(), answer.headers().clone());
        let body = to_bytes(answer.into_body()).await.unwrap_or_else(|_| panic!("the body broke off"));
        Self { status, headers, body: String::from_utf8(body.to_vec()).unwrap() }
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn cookies(&self) -> Vec<String> {
        let lines = self.headers.get_all(header::SET_COOKIE);
        lines.map(|line| line.to_str().unwrap().to_owned()).collect()
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("no JSON ({error}): {}", self.body))
    }

    /// Where a redirect leads; fails for other answers.
    #[track_caller]
    pub(crate) fn location(&self) -> &str {
        assert!(self.status.is_redirection(), "no redirect: {} {}", self.status, self.body);
        self.header("location")
    }

    /// The answer, if it has this status.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self
    }

    /// The texts of all elements that a CSS selector finds, with single spaces.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        let found = |element: scraper::ElementRef<'_>| {
            element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
        };
        self.html().select(&Selector::parse(selector).unwrap()).map(found).collect()
    }

    /// An attribute of the first element that a CSS selector finds.
    #[track_caller]
    pub(crate) fn attribute(&self, selector: &str, name: &str) -> String {
        let html = self.html();
        let element = html.select(&Selector::parse(selector).unwrap()).next();
        let element = element.unwrap_or_else(|| panic!("nothing is {selector} in\n{}", self.body));
        element.attr(name).unwrap_or_default().to_owned()
    }

    /// Whether a CSS selector finds anything.
    pub(crate) fn has(&self, selector: &str) -> bool {
        self.html().select(&Selector::parse(selector).unwrap()).next().is_some()
    }

    /// The hidden fields of the form that posts to this address.
    pub(crate) fn hidden(&self, action: &str) -> Vec<(String, String)> {
        let selector = format!("form[action='{action}'] input[type=hidden]");
        let (html, selector) = (self.html(), Selector::parse(&selector).unwrap());
        let fields = html.select(&selector);
        let pair = |field: scraper::ElementRef<'_>| {
            (field.attr("name").unwrap().to_owned(), field.attr("value").unwrap_or_default().to_owned())
        };
        fields.map(pair).collect()
    }

    fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }
}

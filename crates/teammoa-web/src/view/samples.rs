//! Every page with every sample: for the tests, and for looking at pages without a server.

use teammoa_domain::Language;

use super::{Page, Shell, Templates, ViewError, pages};

/// A rendered sample.
#[derive(Debug)]
pub struct Sample {
    /// The template of the page.
    pub template: &'static str,
    /// Which of its samples, from 1.
    pub number: usize,
    /// The page, or why it could not be made.
    pub html: Result<String, ViewError>,
}

/// Renders every sample of every page in the language of `shell`.
pub fn render_all(templates: &Templates, shell: &Shell) -> Vec<Sample> {
    let mut samples = Vec::new();
    macro_rules! render {
        ($($page:ident),* $(,)?) => { $(
            let rendered = render::<pages::$page>(templates, shell);
            samples.extend(rendered);
        )* };
    }
    render!(
        Landing,
        SignUp,
        SignUpSent,
        Activate,
        ActivationDead,
        ResendActivation,
        ResendSent,
        LogIn,
        ForgotPassword,
        ForgotPasswordSent,
        ResetPassword,
        ResetDead,
        ConfirmEmail,
        ConfirmEmailDead,
        SettingsProfile,
        SettingsPassword,
        SettingsEmail,
        SettingsSessions,
        TeamList,
        TeamNew,
        TeamShow,
        ErrorPage,
        DevMailList,
        DevMail,
    );
    samples
}

fn render<P: Page>(templates: &Templates, shell: &Shell) -> Vec<Sample> {
    let render = |(index, page): (usize, P)| Sample {
        template: P::TEMPLATE,
        number: index + 1,
        html: templates.render(shell, &page),
    };
    let language: Language = shell.language;
    P::samples(language).into_iter().enumerate().map(render).collect()
}

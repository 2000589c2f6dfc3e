# Sign-up

sign-up-title = Sign up
sign-up-lede = We send you a mail to confirm your address.
sign-up-username = Username
sign-up-username-hint = You log in with it. At least 3 letters, digits or _ . + -
sign-up-email = E-mail
sign-up-email-hint = The confirmation goes to this address.
sign-up-nickname = Nickname
sign-up-nickname-hint = The name your team sees, 2 to 10 characters.
sign-up-password = Password
sign-up-password-hint = At least 8 characters, and not one that many people use.
sign-up-password2 = Password again
sign-up-profile = About you
sign-up-profile-hint = A few words for your team, up to 500 characters.
sign-up-submit = Sign up
sign-up-have-account = Already have an account?
sign-up-mail-refused = We could not send mail to this address. Please check it. You are not signed up yet.
sign-up-mail-failed = We can’t send the confirmation right now, so you are not signed up yet. Please type your password again and try once more in a moment.
sign-up-busy = Many people are signing up right now. Please type your password again and try once more in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}.
sign-up-pending = A sign-up with this username or e-mail is under way. Please try again in a moment.

sign-up-sent-title = Check your mail
sign-up-sent-to = We sent a mail to { $email }.
sign-up-sent = We sent a mail to the address you gave.
sign-up-sent-next = Open the link in it to finish signing up. It works for 3 days.
sign-up-sent-missing = No mail yet?
sign-up-sent-missing-spam = Have a look in your spam folder.
sign-up-sent-missing-typo = If the address had a typo, just sign up again.
sign-up-sent-again = Sign up again
sign-up-sent-dev = In development, mail is kept in a folder.
sign-up-sent-dev-link = See sent mail

# Activation

activate-title = Open your account
activate-heading = Almost there, { $nickname }
activate-text = Press the button to open your account and log in.
activate-username = Username
activate-submit = Open my account

activation-dead-title = This link no longer works
activation-dead-text = The link in the mail works once and for 3 days. Here is what you can do.
activation-dead-used = If you have opened your account already
activation-dead-old = If 3 days have passed, or it never worked

# Login

log-in-title = Log in
log-in-identifier = Username or e-mail
log-in-password = Password
log-in-submit = Log in
log-in-no-account = No account yet?
log-in-failed = We could not log you in. Please check your username and password. If you signed up just now, open the confirmation mail first.
log-in-demo-title = Quick way in for development
log-in-demo-text = This account has the demo team.
log-in-demo-submit = Continue as { $username }

# Shown once on the next page

flash-welcome = Good to see you, { $nickname }.
flash-activated = Your account is open. Good to see you, { $nickname }.
flash-logged-out = You are logged out.
flash-language = You now see TeamMoa in English.

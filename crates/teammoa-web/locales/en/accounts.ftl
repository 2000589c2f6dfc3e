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
sign-up-sent-missing-wait = Nothing after some minutes? We gladly send it again.
sign-up-sent-missing-typo = If the address had a typo, just sign up again.
sign-up-sent-again = Sign up again
sign-up-sent-dev = In development, mail is kept in a folder.
sign-up-sent-dev-link = See sent mail

# Passwords

password-rules = At least 8 characters. Not one that many people use, not only digits, and not like your username or e-mail.

# Activation

activate-title = Open your account
activate-heading = Almost there, { $nickname }
activate-text = Press the button to open your account and log in.
activate-username = Username
activate-submit = Open my account

activation-dead-title = This link no longer works
activation-dead-text = The link in the mail works once and for 3 days. Here is what you can do.
activation-dead-used = If you have opened your account already
activation-dead-old = If you have not opened it yet
activation-dead-old-text = We send the mail again. If you signed up more than 3 days ago the account may be gone: then just sign up again.

# Another activation mail

resend-title = Get the mail again
resend-lede = Tell us the username or e-mail you signed up with.
resend-submit = Send the mail again
resend-no-account = Was there a typo in the address?
resend-sent = If there is an account that is not open yet, we sent the mail to its address.
resend-sent-next = Open the link in it within 3 days.
resend-sent-again = We can send it once in 5 minutes.
mail-missing-name = If the username or e-mail had a typo, try again.
mail-missing-again = Type it again

# Login

log-in-title = Log in
log-in-identifier = Username or e-mail
log-in-password = Password
log-in-submit = Log in
log-in-forgot = I forgot my password
log-in-no-mail = I got no confirmation mail
log-in-no-account = No account yet?
log-in-failed = We could not log you in. Please check your username and password. If you signed up just now, open the confirmation mail first.
log-in-demo-title = Quick way in for development
log-in-demo-text = This account has the demo team.
log-in-demo-submit = Continue as { $username }

# Forgotten password

forgot-title = Forgotten password
forgot-lede = Tell us your username or e-mail, and we send you a mail to choose a new password.
forgot-submit = Send the mail
forgot-remembered = Remembered it?
forgot-sent = If there is such an account, we sent a mail to its address.
forgot-sent-next = Open the link in it within 1 hour to choose a new password.

reset-title = Choose a new password
reset-lede = You are logged in afterwards, and all your other devices are logged out.
reset-submit = Change password
reset-dead-title = This link no longer works
reset-dead-text = A link to a new password works once and for 1 hour. If you got several mails, only the newest one works.
reset-dead-again = Get a new mail

# A new address

confirm-email-title = Change e-mail
confirm-email-heading = Is this your address?
confirm-email-text = Press the button to make it the e-mail of your account.
confirm-email-address = New e-mail
confirm-email-submit = Use this address
confirm-email-dead-title = This link no longer works
confirm-email-dead-text = A link to a new address works once and for a day. It may be done already, or there is a newer mail.
confirm-email-dead-settings = Go to e-mail settings

# Shown once on the next page

flash-welcome = Good to see you, { $nickname }.
flash-activated = Your account is open. Good to see you, { $nickname }.
flash-logged-out = You are logged out.
flash-password-changed = Your password is changed. Your other devices are logged out.
flash-email-mail-sent = We sent a mail to { $address }.
flash-email-changed = Your e-mail is changed.
flash-profile-saved = Saved.
flash-session-ended = That device is logged out.
flash-sessions-ended = All your other devices are logged out.
flash-language = You now see TeamMoa in English.

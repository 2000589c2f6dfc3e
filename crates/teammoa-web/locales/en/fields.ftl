# What is wrong with a field: invalid-<code>, and invalid-<field>-<code> where better words exist

invalid-required = Please fill this in.
invalid-too-short = Please use at least { $min ->
    [one] { $min } character
   *[other] { $min } characters
}.
invalid-too-long = Please use { $max ->
    [one] { $max } character
   *[other] { $max } characters
} or fewer.
invalid-malformed = This has characters that can’t be used, or a form that does not fit.
invalid-out-of-range = Please choose from { $min } to { $max }.
invalid-common = Many people use this password, so it is easy to guess. Please choose another.
invalid-only-digits = Digits alone are easy to guess. Please add letters.
invalid-too-similar = This is close to what you typed elsewhere, so it is easy to guess. Please choose another.
invalid-mismatch = The two do not match.
invalid-taken = This is in use already. Please choose another.

invalid-username-required = Please choose a username.
invalid-username-malformed = A username has only letters a–z, digits and _ . + -
invalid-username-taken = This username is in use already. Please choose another.
invalid-email-required = Please give your e-mail address.
invalid-email-malformed = This is not an e-mail address. It should look like name@example.com.
invalid-new-email-required = Please give the new e-mail address.
invalid-new-email-malformed = This is not an e-mail address. It should look like name@example.com.
invalid-new-email-taken = This is the address you have now. Please give another.
invalid-nickname-required = Please choose a nickname.
invalid-nickname-malformed = The nickname has characters that can’t be used.
invalid-password-required = Please give a password.
invalid-password-mismatch = This is not your password. Please type it again.
invalid-old-password-required = Please give your current password.
invalid-old-password-mismatch = This is not your current password. Please type it again.
invalid-password2-required = Please type the password once more.
invalid-password2-mismatch = This is not the password you typed above.
invalid-identifier-required = Please give your username or e-mail.
invalid-title-required = Please give the team a name.
invalid-member-limit-required = Please say how many members may join.
invalid-member-limit-malformed = Please give a number.
invalid-member-limit-out-of-range = A team has from { $min } to { $max } members.

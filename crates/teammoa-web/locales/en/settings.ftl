# The frame of all settings

settings-title = Settings
settings-nav = Settings menu
settings-profile = Profile
settings-password = Password
settings-email = E-mail
settings-sessions = Devices
settings-save = Save

# Profile

profile-lede = The name and words that your team sees.
profile-nickname = Nickname
profile-nickname-hint = 2 to 10 characters.
profile-about = About you
profile-about-hint = A few words for your team, up to 500 characters.
profile-language = Language
profile-language-hint = For pages and mails.
profile-account = Account
profile-username = Username
profile-username-stays = Your username stays as it is.
profile-email = E-mail
profile-email-change = Change e-mail

# Password

password-lede = All your other devices will be logged out.
password-old = Current password
password-new = New password
password-new2 = New password again
password-submit = Change password

# E-mail

email-now = Current e-mail
email-lede = We send a mail to the new address. It counts once you open the link in that mail.
email-pending = We are waiting for { $address }. Open the link in the mail within a day. Until then your current e-mail stays.
email-new = New e-mail
email-password = Current password
email-password-hint = So that we know it is you.
email-submit = Send the mail

# Sessions

sessions-lede = If you don’t know one of these, log it out and change your password.
sessions-this = This device
sessions-last-used = Last used
sessions-started = Logged in
sessions-end = Log out
sessions-others = Other devices
sessions-end-others = Log out all other devices
sessions-alone = You are not logged in anywhere else.

# Devices and places in the list of sessions

device-chrome = Chrome
device-edge = Edge
device-safari = Safari
device-firefox = Firefox
device-opera = Opera
device-vivaldi = Vivaldi
device-whale = Whale
device-samsung = Samsung Internet
device-naver = NAVER app
device-kakaotalk = KakaoTalk
device-instagram = Instagram
device-program = A program
device-windows = Windows
device-macos = Mac
device-linux = Linux
device-chromeos = ChromeOS
device-android = Android
device-iphone = iPhone
device-ipad = iPad
device-unknown = Unknown device
place-here = The network you are on now
place-local = The local network of this server
place-elsewhere = Another network
place-unknown = Unknown network

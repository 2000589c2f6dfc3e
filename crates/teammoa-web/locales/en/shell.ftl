# The frame around every page

brand = TeamMoa
brand-description = Schedule, mindmap, tasks, milestones and a share board in one place, made for small teams.
skip-to-content = Skip to content
home = TeamMoa home

nav-main = Main menu
nav-teams = My teams
nav-log-in = Log in
nav-sign-up = Sign up
nav-settings = Settings
nav-mails = Sent mail
nav-api = API docs

language-label = Language
language-ko = 한국어
language-en = English

theme-label = Brightness
theme-system = Follow the device
theme-light = Light
theme-dark = Dark

person-menu = Menu of { $nickname }
log-out = Log out
close = Close
copy = Copy
copied = Copied
show-password = Show password
optional = optional

pager-label = Pages
pager-previous = Previous
pager-next = Next
pager-number = Page { $number }

queries-label = What this page asked the database
queries-summary = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}, { $ms } ms

footer-text = One place for small teams

# Points in time

moment-today = today { $time }
moment-yesterday = yesterday { $time }
moment-tomorrow = tomorrow { $time }
moment-this-year = { $weekday } { $day } { $month }, { $time }
moment-other-year = { $weekday } { $day } { $month } { $year }, { $time }
moment-exact = { $weekday } { $day } { $month } { $year }, { $time }, { $zone }
weekday-mon = Mon
weekday-tue = Tue
weekday-wed = Wed
weekday-thu = Thu
weekday-fri = Fri
weekday-sat = Sat
weekday-sun = Sun
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec

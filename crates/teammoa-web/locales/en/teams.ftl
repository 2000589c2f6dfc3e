# List

team-list-title = My teams
team-list-new = Create a team
team-list-empty-title = No teams yet
team-list-empty-text = A team is where you keep schedules, tasks, ideas and files together. How about creating your first one?
team-card-host = Host { $nickname }
team-card-members = { $count } of { $limit } members
team-role-host = Host
team-role-mine = You lead it

# Create

team-new-title = Create a team
team-new-lede = You get an invite code next. Members join with the code and the team password.
team-new-name = Team name
team-new-introduction = Introduction
team-new-introduction-hint = What the team is about, up to 500 characters.
team-new-member-limit = Member limit
team-new-member-limit-hint = Anything from 1 to 100.
team-new-password = Team password
team-new-password-hint = Members type it once to join. At least 4 characters, and not your own password.
team-new-submit = Create the team
team-new-cancel = Cancel
team-create-failed = We could not create the team. Please try again in a moment.
flash-team-created = “{ $title }” is ready.

# One team

team-show-back = My teams
team-show-members = Members
team-show-joined = Joined
team-show-alone = You are the only one here. Share the invite code to bring in members.
team-show-invite = Invite code
team-show-invite-text = Give this code and the team password to those who should join.
team-show-about = About
team-show-no-introduction = No introduction yet.

# The front door

landing-title = One place for a small team
landing-heading = Bring your team’s work together
landing-lede = Find the hour that suits everyone, spread out ideas on a mindmap, and finish together with tasks and milestones. Whatever anyone changes, everyone sees at once.
landing-start = Get started
landing-to-teams = Go to my teams
landing-log-in = Log in

landing-picture = A drawing of TeamMoa: a schedule where shared free time is darker, a mindmap drawn together, a board with a lane for each person, and milestones with a line for today
picture-team = Graduation project
picture-online = 3 people are here
picture-schedule = Schedule
picture-best = Wed 19:00 suits all
picture-mindmap = Mindmap
picture-person = Jun
picture-idea = Wayfinder
picture-idea-1 = Survey
picture-idea-2 = Screens
picture-idea-3 = Map data
picture-idea-4 = Talk
picture-board = Tasks
picture-lane-1 = To do
picture-lane-2 = Mina
picture-lane-3 = Done
picture-task-1 = Talk order
picture-task-2 = Book a room
picture-task-3 = First page
picture-task-4 = Survey notes
picture-task-5 = Pick a name
picture-milestones = Milestones
picture-milestone-1 = Plan
picture-milestone-2 = Build
picture-milestone-3 = Rehearse
picture-today = Today

landing-features = What you can do
feature-schedule-title = See when everyone is free
feature-schedule-text = Paint the hours that suit you and shared ones grow darker. The best times to meet are listed for you.
feature-mindmap-title = Think on one map
feature-mindmap-text = Draw a mindmap together at the same time. You see who is where, and saving takes care of itself.
feature-board-title = Know who does what
feature-board-text = Move a task and its milestone moves along. Nobody has to write a report.
feature-posts-title = Stop looking for files
feature-posts-text = Keep posts and files on the share board and find them again by two letters.

landing-steps = Three steps to begin
step-1-title = Create a team
step-1-text = All it takes is a name and a team password.
step-2-title = Share the invite code
step-2-text = With the code your members come straight in.
step-3-title = Start together
step-3-text = Picking a time to meet is a good beginning.

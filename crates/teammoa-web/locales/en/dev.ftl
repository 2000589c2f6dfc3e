# Only in development

dev-mail-title = Sent mail
dev-mail-lede = In development, mail stays here instead of going out.
dev-mail-empty-title = No mail yet
dev-mail-empty-text = Sign up and the confirmation appears here.
dev-mail-to = To
dev-mail-from = From
dev-mail-sent = Sent
dev-mail-file = File
dev-mail-open = Open the link in this mail
dev-mail-text = Content

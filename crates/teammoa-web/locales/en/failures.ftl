# What went wrong: failure-<code>-title, -text and -hint

failure-status = Error { $status }
failure-request = Request
failure-request-hint = Mention this when you ask for help, so that we find it quickly.
failure-details = For those who run this server
failure-home = Go to the start page
failure-teams = Go to my teams
failure-log-in = Log in

failure-not-found-title = There is no such page
failure-not-found-text = The address has changed, the page is gone, or it belongs to a team that you are not in.
failure-not-found-hint = Check the address, or find your way from the start page.
failure-forbidden-title = You can’t go in here
failure-forbidden-text = You do not have the rights to do this.
failure-forbidden-hint = If you need it, ask the host of your team.
failure-csrf-title = This page is out of date
failure-csrf-text = Your browser sent no cookie that fits this page, so we did not take what you sent. It may block cookies, or the page was open for a very long time.
failure-csrf-hint = Go back, reload the page and send it again.
failure-bad-origin-title = This came from another site
failure-bad-origin-text = To protect your account we take only what is sent from a page of TeamMoa.
failure-bad-origin-hint = Open TeamMoa yourself and try again.
failure-method-not-allowed-title = This can’t be opened this way
failure-method-not-allowed-text = The address works only in another way.
failure-method-not-allowed-hint = Find your way from the start page.
failure-bad-request-title = We did not understand this
failure-bad-request-text = What you sent was cut off on the way, or has a form that does not fit.
failure-bad-request-hint = Go back and try again.
failure-host-not-allowed-title = You came by an unknown name
failure-host-not-allowed-text = This server does not show a site of that name.
failure-host-not-allowed-hint = If you run this server, add the name to ALLOWED_HOSTS.
failure-https-misconfigured-title = We could not make sure that the connection is safe
failure-https-misconfigured-text = We sent you to https, but the server in front did not tell us that you came that way. What we got is { $header }: { $value }
failure-https-misconfigured-hint = If you run this server, see that the one in front sends X-Forwarded-Proto: https and that its address is in TRUSTED_PROXIES.
failure-too-large-title = This is too large
failure-too-large-text = It is more than we can take at once.
failure-too-large-hint = Make it smaller, or send it in parts.
failure-too-many-requests-title = Time for a short break
failure-too-many-requests-text = There were too many tries in a short time.
failure-too-many-requests-hint = Try again in { wait }.
failure-unauthenticated-title = Please log in
failure-unauthenticated-text = This page is for those who are logged in.
failure-unauthenticated-hint = Log in and you come straight back.
failure-conflict-title = It changed meanwhile
failure-conflict-text = Somebody else was faster, so we did not apply what you did.
failure-conflict-hint = Reload, look at the change and try again.
failure-invalid-title = Some fields need another look
failure-invalid-text = Some of what you typed does not fit.
failure-invalid-hint = Go back and mend it.
failure-internal-title = Something broke on our side
failure-internal-text = You did nothing wrong, and we have noted what happened.
failure-internal-hint = Try again in a moment. If it goes on, tell us the number below.
failure-unavailable-title = We will be right back
failure-unavailable-text = The server can’t read its data at the moment. What you saved is safe.
failure-unavailable-hint = Try again in a moment.
failure-busy-title = It is busy right now
failure-busy-text = Many people came at once, and we could not take your request.
failure-busy-hint = Try again in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}.

# The same in one sentence, for the form that was sent too often

too-many-requests = There were too many tries in a short time. Please try again in { wait }.
wait = { UNIT($seconds) ->
    [minutes] { MINUTES($seconds) } minutes
   *[seconds] { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }
}

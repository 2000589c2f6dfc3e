# What went wrong: failure-<code>-title, -text and -hint

failure-status = 오류 { $status }
failure-request = 요청 번호
failure-request-hint = 문의할 때 이 번호를 알려 주시면 빨리 찾을 수 있어요.
failure-details = 서버를 돌보는 분께
failure-home = 첫 화면으로
failure-teams = 내 팀으로
failure-log-in = 로그인하기

failure-not-found-title = 찾는 화면이 없어요
failure-not-found-text = 주소가 바뀌었거나, 지워졌거나, 내가 속한 팀의 것이 아니에요.
failure-not-found-hint = 주소를 다시 확인하거나 첫 화면에서 찾아가 주세요.
failure-forbidden-title = 여기는 들어갈 수 없어요
failure-forbidden-text = 이 일을 할 수 있는 권한이 없어요.
failure-forbidden-hint = 필요하다면 팀장에게 물어봐 주세요.
failure-csrf-title = 화면이 오래됐어요
failure-csrf-text = 브라우저가 이 화면에 맞는 쿠키를 보내지 않아서 보낸 내용을 받지 않았어요. 쿠키를 막아 두었거나 화면을 연 지 아주 오래됐을 수 있어요.
failure-csrf-hint = 이전 화면을 새로 고친 다음 다시 보내 주세요.
failure-bad-origin-title = 다른 사이트에서 온 요청이에요
failure-bad-origin-text = 계정을 지키려고, 팀모아 화면에서 보낸 것만 받아요.
failure-bad-origin-hint = 팀모아를 직접 열고 다시 해 주세요.
failure-method-not-allowed-title = 이렇게는 열 수 없어요
failure-method-not-allowed-text = 이 주소는 다른 방법으로만 쓸 수 있어요.
failure-method-not-allowed-hint = 첫 화면에서 찾아가 주세요.
failure-bad-request-title = 이해하지 못한 요청이에요
failure-bad-request-text = 보낸 내용이 중간에 잘렸거나 모양이 맞지 않아요.
failure-bad-request-hint = 이전 화면으로 돌아가 다시 해 주세요.
failure-host-not-allowed-title = 모르는 주소로 들어왔어요
failure-host-not-allowed-text = 이 서버는 그 이름의 사이트를 보여 주지 않아요.
failure-host-not-allowed-hint = 서버를 돌보는 분이라면 ALLOWED_HOSTS에 이름을 더해 주세요.
failure-https-misconfigured-title = 안전한 연결을 확인하지 못했어요
failure-https-misconfigured-text = https로 다시 안내했지만, 앞단 서버가 이 연결을 https라고 알려 주지 않았어요. 받은 값은 { $header }: { $value } 이에요.
failure-https-misconfigured-hint = 서버를 돌보는 분이라면 앞단 서버가 X-Forwarded-Proto: https를 보내는지, 그 주소가 TRUSTED_PROXIES에 있는지 확인해 주세요.
failure-too-large-title = 보낸 것이 너무 커요
failure-too-large-text = 한 번에 받을 수 있는 크기를 넘었어요.
failure-too-large-hint = 줄이거나 나눠서 보내 주세요.
failure-too-many-requests-title = 잠시 쉬어 가요
failure-too-many-requests-text = 짧은 사이에 너무 여러 번 시도했어요.
failure-too-many-requests-hint = { wait } 뒤에 다시 해 주세요.
failure-unauthenticated-title = 로그인이 필요해요
failure-unauthenticated-text = 이 화면은 로그인한 다음에 볼 수 있어요.
failure-unauthenticated-hint = 로그인하면 바로 이어서 볼 수 있어요.
failure-conflict-title = 그 사이에 바뀌었어요
failure-conflict-text = 다른 사람이 먼저 바꿔서 지금 한 일을 적용하지 않았어요.
failure-conflict-hint = 새로 고쳐서 바뀐 내용을 보고 다시 해 주세요.
failure-invalid-title = 다시 봐야 할 칸이 있어요
failure-invalid-text = 적은 내용 가운데 맞지 않는 것이 있어요.
failure-invalid-hint = 이전 화면으로 돌아가 고쳐 주세요.
failure-internal-title = 우리 쪽에 문제가 생겼어요
failure-internal-text = 잘못한 것이 없어요. 무슨 일이 있었는지 기록해 두었어요.
failure-internal-hint = 잠시 뒤에 다시 해 주세요. 계속되면 아래 번호와 함께 알려 주세요.
failure-unavailable-title = 잠시 자리를 비웠어요
failure-unavailable-text = 서버가 데이터를 읽을 수 없어요. 저장된 것은 그대로 있어요.
failure-unavailable-hint = 잠시 뒤에 다시 해 주세요.
failure-busy-title = 지금은 많이 붐벼요
failure-busy-text = 한꺼번에 많은 분이 찾아와서 이번 요청을 받지 못했어요.
failure-busy-hint = { $seconds }초 뒤에 다시 해 주세요.

# The same in one sentence, for the form that was sent too often

too-many-requests = 짧은 사이에 너무 여러 번 시도했어요. { wait } 뒤에 다시 해 주세요.
wait = { UNIT($seconds) ->
    [minutes] { MINUTES($seconds) }분
   *[seconds] { $seconds }초
}

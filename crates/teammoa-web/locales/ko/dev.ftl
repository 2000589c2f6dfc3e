# Only in development

dev-mail-title = 보낸 메일
dev-mail-lede = 개발 중에는 메일이 나가지 않고 여기에 모여요.
dev-mail-empty-title = 아직 보낸 메일이 없어요
dev-mail-empty-text = 가입하면 확인 메일이 여기에 나타나요.
dev-mail-to = 받는 사람
dev-mail-from = 보낸 사람
dev-mail-sent = 보낸 때
dev-mail-file = 파일
dev-mail-open = 메일 속 링크 열기
dev-mail-text = 내용

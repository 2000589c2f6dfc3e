# Sign-up

sign-up-title = 회원가입
sign-up-lede = 가입하면 확인 메일을 보내 드려요.
sign-up-username = 아이디
sign-up-username-hint = 로그인할 때 써요. 영문, 숫자, _ . + - 로 3자 이상이에요.
sign-up-email = 이메일
sign-up-email-hint = 이 주소로 확인 메일이 가요.
sign-up-nickname = 닉네임
sign-up-nickname-hint = 팀원에게 보이는 이름이에요. 2~10자로 정해 주세요.
sign-up-password = 비밀번호
sign-up-password2 = 비밀번호 확인
sign-up-profile = 자기소개
sign-up-profile-hint = 팀원에게 하고 싶은 말을 500자까지 적을 수 있어요.
sign-up-submit = 가입하기
sign-up-have-account = 이미 계정이 있나요?
sign-up-mail-refused = 이 주소로는 메일을 보낼 수 없었어요. 주소를 다시 확인해 주세요. 아직 가입되지 않았어요.
sign-up-mail-failed = 지금은 확인 메일을 보낼 수 없어서 가입을 마치지 못했어요. 비밀번호만 다시 적고 잠시 뒤에 한 번 더 해 주세요.
sign-up-busy = 지금 가입하는 분이 많아요. 비밀번호만 다시 적고 { $seconds }초 뒤에 한 번 더 해 주세요.
sign-up-pending = 같은 아이디나 이메일로 가입이 진행되고 있어요. 잠시 뒤에 다시 해 주세요.

sign-up-sent-title = 메일을 확인해 주세요
sign-up-sent-to = { $email } 주소로 메일을 보냈어요.
sign-up-sent = 적어 주신 주소로 메일을 보냈어요.
sign-up-sent-next = 메일에 있는 링크를 열면 가입이 끝나요. 3일 안에 열어 주세요.
sign-up-sent-missing = 메일이 안 보이나요?
sign-up-sent-missing-spam = 스팸함을 한번 봐 주세요.
sign-up-sent-missing-wait = 몇 분 기다려도 오지 않으면 다시 보내 드려요.
sign-up-sent-missing-typo = 주소를 잘못 적었다면 새로 가입해 주세요.
sign-up-sent-again = 다시 가입하기
sign-up-sent-dev = 개발 중에는 메일이 폴더에 모여요.
sign-up-sent-dev-link = 보낸 메일 보기

# Passwords

password-rules = 8자 이상으로 정해 주세요. 흔히 쓰는 것, 숫자만으로 된 것, 아이디나 이메일과 비슷한 것은 쓸 수 없어요.

# Activation

activate-title = 계정 열기
activate-heading = { $nickname } 님, 거의 다 됐어요
activate-text = 버튼을 누르면 계정이 열리고 바로 로그인돼요.
activate-username = 아이디
activate-submit = 계정 열기

activation-dead-title = 더는 쓸 수 없는 링크예요
activation-dead-text = 메일에 있던 링크는 3일 동안 한 번만 쓸 수 있어요. 이렇게 해 보세요.
activation-dead-used = 이미 계정을 열었다면
activation-dead-old = 아직 열지 못했다면
activation-dead-old-text = 메일을 다시 보내 드려요. 가입한 지 3일이 넘었다면 계정이 지워졌을 수 있으니 새로 가입해 주세요.

# Another activation mail

resend-title = 확인 메일 다시 받기
resend-lede = 가입할 때 적은 아이디나 이메일을 알려 주세요.
resend-submit = 메일 다시 받기
resend-no-account = 메일 주소를 잘못 적었나요?
resend-sent = 아직 열지 않은 계정이 있다면, 그 이메일 주소로 확인 메일을 보냈어요.
resend-sent-next = 메일에 있는 링크를 3일 안에 열어 주세요.
resend-sent-again = 5분에 한 번 다시 보낼 수 있어요.
mail-missing-name = 아이디나 이메일을 잘못 적었다면 다시 해 주세요.
mail-missing-again = 다시 적기

# Login

log-in-title = 로그인
log-in-identifier = 아이디 또는 이메일
log-in-password = 비밀번호
log-in-submit = 로그인
log-in-forgot = 비밀번호를 잊었어요
log-in-no-mail = 확인 메일이 안 왔어요
log-in-no-account = 아직 계정이 없나요?
log-in-failed = 로그인하지 못했어요. 아이디와 비밀번호를 다시 확인해 주세요. 가입한 지 얼마 안 됐다면 확인 메일을 먼저 열어 주세요.
log-in-demo-title = 개발용 바로 들어가기
log-in-demo-text = 데모 팀이 들어 있는 계정이에요.
log-in-demo-submit = { $username } 계정으로 들어가기

# Forgotten password

forgot-title = 비밀번호 찾기
forgot-lede = 아이디나 이메일을 알려 주시면, 새 비밀번호를 정할 수 있는 메일을 보내 드려요.
forgot-submit = 메일 받기
forgot-remembered = 비밀번호가 생각났나요?
forgot-sent = 그런 계정이 있다면, 계정의 이메일 주소로 메일을 보냈어요.
forgot-sent-next = 메일에 있는 링크를 1시간 안에 열면 새 비밀번호를 정할 수 있어요.

reset-title = 새 비밀번호 정하기
reset-lede = 정하고 나면 바로 로그인되고, 다른 기기에서는 모두 로그아웃돼요.
reset-submit = 비밀번호 바꾸기
reset-dead-title = 더는 쓸 수 없는 링크예요
reset-dead-text = 새 비밀번호를 정하는 링크는 1시간 동안 한 번만 쓸 수 있어요. 메일을 여러 번 받았다면 마지막 메일의 링크만 열려요.
reset-dead-again = 메일 다시 받기

# A new address

confirm-email-title = 이메일 바꾸기
confirm-email-heading = 이 주소가 맞나요?
confirm-email-text = 버튼을 누르면 계정의 이메일이 이 주소로 바뀌어요.
confirm-email-address = 새 이메일
confirm-email-submit = 이 주소로 바꾸기
confirm-email-dead-title = 더는 쓸 수 없는 링크예요
confirm-email-dead-text = 이메일을 바꾸는 링크는 하루 동안 한 번만 쓸 수 있어요. 이미 바꿨거나, 더 새로운 메일이 있을 수도 있어요.
confirm-email-dead-settings = 이메일 설정으로

# Shown once on the next page

flash-welcome = { $nickname } 님, 반가워요.
flash-activated = 계정이 열렸어요. { $nickname } 님, 반가워요.
flash-logged-out = 로그아웃했어요.
flash-password-changed = 비밀번호를 바꿨어요. 다른 기기에서는 로그아웃됐어요.
flash-email-mail-sent = { $address } 주소로 확인 메일을 보냈어요.
flash-email-changed = 이메일을 바꿨어요.
flash-profile-saved = 저장했어요.
flash-session-ended = 그 기기에서 로그아웃했어요.
flash-sessions-ended = 다른 기기에서 모두 로그아웃했어요.
flash-language = 이제 한국어로 보여 드려요.

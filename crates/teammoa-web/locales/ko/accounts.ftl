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
sign-up-password-hint = 8자 이상으로, 흔히 쓰지 않는 것으로 정해 주세요.
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
sign-up-sent-next = 메일에 있는 주소를 열면 가입이 끝나요. 3일 안에 열어 주세요.
sign-up-sent-missing = 메일이 안 보이나요?
sign-up-sent-missing-spam = 스팸함을 한번 봐 주세요.
sign-up-sent-missing-typo = 주소를 잘못 적었다면 다시 가입해 주세요.
sign-up-sent-again = 다시 가입하기
sign-up-sent-dev = 개발 중에는 메일이 폴더에 모여요.
sign-up-sent-dev-link = 보낸 메일 보기

# Activation

activate-title = 계정 열기
activate-heading = { $nickname } 님, 거의 다 됐어요
activate-text = 버튼을 누르면 계정이 열리고 바로 로그인돼요.
activate-username = 아이디
activate-submit = 계정 열기

activation-dead-title = 더는 쓸 수 없는 주소예요
activation-dead-text = 메일에 있던 주소는 3일 동안 한 번만 쓸 수 있어요. 이렇게 해 보세요.
activation-dead-used = 이미 계정을 열었다면
activation-dead-old = 3일이 지났거나 열리지 않는다면

# Login

log-in-title = 로그인
log-in-identifier = 아이디 또는 이메일
log-in-password = 비밀번호
log-in-submit = 로그인
log-in-no-account = 아직 계정이 없나요?
log-in-failed = 로그인하지 못했어요. 아이디와 비밀번호를 다시 확인해 주세요. 가입한 지 얼마 안 됐다면 확인 메일을 먼저 열어 주세요.
log-in-demo-title = 개발용 바로 들어가기
log-in-demo-text = 데모 팀이 들어 있는 계정이에요.
log-in-demo-submit = { $username } 계정으로 들어가기

# Shown once on the next page

flash-welcome = { $nickname } 님, 반가워요.
flash-activated = 계정이 열렸어요. { $nickname } 님, 반가워요.
flash-logged-out = 로그아웃했어요.
flash-language = 이제 한국어로 보여 드려요.

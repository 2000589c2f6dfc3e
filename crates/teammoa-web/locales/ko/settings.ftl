# The frame of all settings

settings-title = 설정
settings-nav = 설정 메뉴
settings-profile = 프로필
settings-password = 비밀번호
settings-email = 이메일
settings-sessions = 로그인 기기
settings-save = 저장

# Profile

profile-lede = 팀원에게 보이는 이름과 소개예요.
profile-nickname = 닉네임
profile-nickname-hint = 2~10자로 정해 주세요.
profile-about = 자기소개
profile-about-hint = 팀원에게 하고 싶은 말을 500자까지 적을 수 있어요.
profile-language = 언어
profile-language-hint = 화면과 메일이 이 언어로 나와요.
profile-account = 계정
profile-username = 아이디
profile-username-stays = 아이디는 바꿀 수 없어요.
profile-email = 이메일
profile-email-change = 이메일 바꾸기

# Password

password-lede = 바꾸면 다른 기기에서는 모두 로그아웃돼요.
password-old = 지금 비밀번호
password-new = 새 비밀번호
password-new2 = 새 비밀번호 확인
password-submit = 비밀번호 바꾸기

# E-mail

email-now = 지금 이메일
email-lede = 새 주소로 확인 메일을 보내요. 메일에 있는 링크를 열면 그때 바뀌어요.
email-pending = { $address } 주소를 확인하는 중이에요. 메일에 있는 링크를 하루 안에 열어 주세요. 그때까지는 지금 이메일을 써요.
email-new = 새 이메일
email-password = 지금 비밀번호
email-password-hint = 본인인지 확인하려고 여쭤봐요.
email-submit = 확인 메일 보내기

# Sessions

sessions-lede = 모르는 기기가 있으면 로그아웃시키고 비밀번호를 바꿔 주세요.
sessions-this = 지금 이 기기
sessions-last-used = 마지막 사용
sessions-started = 로그인한 때
sessions-end = 로그아웃
sessions-others = 다른 기기
sessions-end-others = 다른 기기 모두 로그아웃
sessions-alone = 다른 기기에서는 로그인하지 않았어요.

# Devices and places in the list of sessions

device-chrome = 크롬
device-edge = 엣지
device-safari = 사파리
device-firefox = 파이어폭스
device-opera = 오페라
device-vivaldi = 비발디
device-whale = 웨일
device-samsung = 삼성 인터넷
device-naver = 네이버 앱
device-kakaotalk = 카카오톡
device-instagram = 인스타그램
device-program = 프로그램
device-windows = 윈도우
device-macos = 맥
device-linux = 리눅스
device-chromeos = 크롬 OS
device-android = 안드로이드
device-iphone = 아이폰
device-ipad = 아이패드
device-unknown = 알 수 없는 기기
place-here = 지금과 같은 네트워크
place-local = 이 서버와 같은 내부 네트워크
place-elsewhere = 다른 네트워크
place-unknown = 알 수 없는 네트워크

# The frame around every page

brand = 팀모아
brand-description = 시간표, 마인드맵, 할 일, 마일스톤, 공유게시판을 한곳에 모은 작은 팀의 자리예요.
skip-to-content = 본문으로 건너뛰기
home = 팀모아 첫 화면

nav-main = 주 메뉴
nav-teams = 내 팀
nav-log-in = 로그인
nav-sign-up = 회원가입
nav-settings = 설정
nav-mails = 보낸 메일
nav-api = API 문서

language-label = 언어
language-ko = 한국어
language-en = English

theme-label = 화면 밝기
theme-system = 기기 설정 따르기
theme-light = 밝게
theme-dark = 어둡게

person-menu = { $nickname } 님의 메뉴
log-out = 로그아웃
close = 닫기
copy = 복사
copied = 복사했어요
show-password = 비밀번호 보기
optional = 선택

pager-label = 쪽 이동
pager-previous = 이전
pager-next = 다음
pager-number = { $number }쪽

queries-label = 이 화면의 데이터베이스 사용
queries-summary = 질의 { $count }개, 행 { $rows }개, { $ms }ms

footer-text = 작은 팀이 함께 쓰는 한곳

# Points in time

moment-today = 오늘 { $time }
moment-yesterday = 어제 { $time }
moment-tomorrow = 내일 { $time }
moment-this-year = { $month } { $day }일 ({ $weekday }) { $time }
moment-other-year = { $year }년 { $month } { $day }일 ({ $weekday }) { $time }
moment-exact = { $year }년 { $month } { $day }일 ({ $weekday }) { $time }, { $zone }
weekday-mon = 월
weekday-tue = 화
weekday-wed = 수
weekday-thu = 목
weekday-fri = 금
weekday-sat = 토
weekday-sun = 일
month-1 = 1월
month-2 = 2월
month-3 = 3월
month-4 = 4월
month-5 = 5월
month-6 = 6월
month-7 = 7월
month-8 = 8월
month-9 = 9월
month-10 = 10월
month-11 = 11월
month-12 = 12월

# The front door

landing-title = 작은 팀의 일을 한곳에
landing-heading = 흩어진 팀 일을 한곳에 모아요
landing-lede = 시간표로 모일 때를 찾고, 마인드맵으로 생각을 펼치고, 할 일과 마일스톤으로 함께 끝내요. 누가 무엇을 바꾸든 모두의 화면에 바로 보여요.
landing-start = 시작하기
landing-to-teams = 내 팀으로 가기
landing-log-in = 로그인

landing-picture = 팀모아 화면 그림: 모두 되는 시간이 진하게 칠해진 시간표, 함께 그리는 마인드맵, 사람마다 나뉜 할 일 판, 오늘 선이 그어진 마일스톤
picture-team = 졸업 작품 3조
picture-online = 3명이 함께 보고 있어요
picture-schedule = 시간표
picture-best = 수 19:00 모두 가능
picture-mindmap = 마인드맵
picture-person = 하늘
picture-idea = 길찾기 앱
picture-idea-1 = 설문 조사
picture-idea-2 = 화면 설계
picture-idea-3 = 지도 자료
picture-idea-4 = 발표
picture-board = 할 일
picture-lane-1 = 할 일
picture-lane-2 = 미나
picture-lane-3 = 완료
picture-task-1 = 발표 순서
picture-task-2 = 장소 예약
picture-task-3 = 첫 화면
picture-task-4 = 설문 정리
picture-task-5 = 이름 정하기
picture-milestones = 마일스톤
picture-milestone-1 = 기획
picture-milestone-2 = 제작
picture-milestone-3 = 발표 준비
picture-today = 오늘

landing-features = 할 수 있는 일
feature-schedule-title = 모두 되는 시간이 바로 보여요
feature-schedule-text = 되는 시간을 칠하면 겹치는 때가 진해져요. 모이기 좋은 순서로도 알려 드려요.
feature-mindmap-title = 생각을 함께 펼쳐요
feature-mindmap-text = 여럿이 한 마인드맵을 동시에 그려요. 누가 어디를 보는지 보이고, 저장은 저절로 돼요.
feature-board-title = 누가 무엇을 하는지 알아요
feature-board-text = 할 일을 옮기면 마일스톤의 진행률도 같이 움직여요. 따로 보고하지 않아도 돼요.
feature-posts-title = 자료를 다시 찾지 않아요
feature-posts-text = 글과 파일을 공유게시판에 모아 두고, 두 글자만 적어도 찾아요.

landing-steps = 세 걸음이면 돼요
step-1-title = 팀을 만들어요
step-1-text = 이름과 팀 비밀번호만 정하면 돼요.
step-2-title = 초대 코드를 나눠요
step-2-text = 코드를 받은 팀원은 바로 들어와요.
step-3-title = 함께 시작해요
step-3-text = 모일 시간부터 골라 보세요.

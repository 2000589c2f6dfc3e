# List

team-list-title = 내 팀
team-list-new = 팀 만들기
team-list-empty-title = 아직 팀이 없어요
team-list-empty-text = 팀은 시간표와 할 일, 생각과 자료를 함께 두는 곳이에요. 첫 팀을 만들어 볼까요?
team-card-host = 팀장 { $nickname }
team-card-members = { $limit }명 중 { $count }명
team-role-host = 팀장
team-role-mine = 내가 팀장

# Create

team-new-title = 팀 만들기
team-new-lede = 만들고 나면 초대 코드를 드려요. 팀원은 코드와 팀 비밀번호로 들어와요.
team-new-name = 팀 이름
team-new-introduction = 소개
team-new-introduction-hint = 무엇을 하는 팀인지 500자까지 적을 수 있어요.
team-new-member-limit = 최대 인원
team-new-member-limit-hint = 1명에서 100명까지 정할 수 있어요.
team-new-password = 팀 비밀번호
team-new-password-hint = 들어올 때 한 번 적어요. 4자 이상으로, 내 비밀번호와 다르게 정해 주세요.
team-new-submit = 팀 만들기
team-new-cancel = 취소
team-create-failed = 팀을 만들지 못했어요. 잠시 뒤에 다시 해 주세요.
flash-team-created = ‘{ $title }’ 팀을 만들었어요.

# One team

team-show-back = 내 팀
team-show-members = 팀원
team-show-joined = 함께한 날
team-show-alone = 아직 혼자예요. 초대 코드를 나눠서 팀원을 불러 보세요.
team-show-invite = 초대 코드
team-show-invite-text = 이 코드와 팀 비밀번호를 함께할 사람에게 알려 주세요.
team-show-about = 소개
team-show-no-introduction = 아직 소개가 없어요.

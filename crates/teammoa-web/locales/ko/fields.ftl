# What is wrong with a field: invalid-<code>, and invalid-<field>-<code> where better words exist

invalid-required = 꼭 적어 주세요.
invalid-too-short = { $min }자 이상 적어 주세요.
invalid-too-long = { $max }자까지만 적을 수 있어요.
invalid-malformed = 쓸 수 없는 글자가 있거나 모양이 맞지 않아요.
invalid-out-of-range = { $min }에서 { $max } 사이로 적어 주세요.
invalid-common = 많은 사람이 쓰는 비밀번호라 알아내기 쉬워요. 다른 것으로 정해 주세요.
invalid-only-digits = 숫자만으로는 알아내기 쉬워요. 글자를 섞어 주세요.
invalid-too-similar = 다른 칸에 적은 내용과 비슷해서 알아내기 쉬워요. 다른 것으로 정해 주세요.
invalid-mismatch = 두 칸의 내용이 서로 달라요.
invalid-taken = 이미 쓰이고 있어요. 다른 것으로 정해 주세요.

invalid-username-required = 아이디를 적어 주세요.
invalid-username-malformed = 아이디는 영문, 숫자, _ . + - 로만 정할 수 있어요.
invalid-username-taken = 이미 쓰이는 아이디예요. 다른 아이디로 정해 주세요.
invalid-email-required = 이메일을 적어 주세요.
invalid-email-malformed = 이메일 주소 모양이 아니에요. name@example.com처럼 적어 주세요.
invalid-new-email-required = 새 이메일을 적어 주세요.
invalid-new-email-malformed = 이메일 주소 모양이 아니에요. name@example.com처럼 적어 주세요.
invalid-new-email-taken = 지금 쓰고 있는 주소예요. 다른 주소를 적어 주세요.
invalid-nickname-required = 닉네임을 적어 주세요.
invalid-nickname-malformed = 닉네임에 쓸 수 없는 글자가 있어요.
invalid-password-required = 비밀번호를 적어 주세요.
invalid-password-mismatch = 비밀번호가 맞지 않아요. 다시 적어 주세요.
invalid-old-password-required = 지금 비밀번호를 적어 주세요.
invalid-old-password-mismatch = 지금 비밀번호와 달라요. 다시 적어 주세요.
invalid-password2-required = 비밀번호를 한 번 더 적어 주세요.
invalid-password2-mismatch = 위에 적은 비밀번호와 달라요.
invalid-identifier-required = 아이디나 이메일을 적어 주세요.
invalid-title-required = 팀 이름을 적어 주세요.
invalid-member-limit-required = 최대 인원을 적어 주세요.
invalid-member-limit-malformed = 최대 인원은 숫자로 적어 주세요.
invalid-member-limit-out-of-range = { $min }명에서 { $max }명까지 정할 수 있어요.

DROP TABLE activation_tokens;
DROP TABLE users;

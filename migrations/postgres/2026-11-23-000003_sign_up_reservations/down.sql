DROP TABLE sign_up_reservations;

-- What panels answered; a line is an answer, in the order in which it is told.
create table practice.panel_answer (
  season_id       uuid    not null,
  branch          integer not null,
  day             integer not null,
  line            integer not null,
  store           integer not null,
  number          integer not null,
  answer          integer not null,
  asked           integer not null,
  said            integer not null,
  share_bp        integer not null,
  share_margin_bp integer not null,
  primary key (season_id, branch, day, line)
);

-- Returns, disputes, chargebacks and questions of a day, and units sent once more.
create table practice.case_event (
  season_id  uuid    not null,
  branch     integer not null,
  day        integer not null,
  -- Place within the day.
  line       integer not null,
  store      integer not null,
  offer      integer not null,
  market     integer not null,
  service    integer not null,
  ordered_on integer not null,
  ended_on   integer not null,
  reason     integer not null,
  event      integer not null,
  units      integer not null,
  back_minor bigint  not null,
  primary key (season_id, branch, day, line)
);
create index case_event_of_store on practice.case_event (season_id, store, day);

create table practice.service_day (
  season_id   uuid    not null,
  branch      integer not null,
  day         integer not null,
  store       integer not null,
  asked       integer not null,
  answered    integer not null,
  late        integer not null,
  lapsed      integer not null,
  waiting     integer not null,
  staff       integer not null,
  by_hand     integer not null,
  answered_bp integer not null,
  primary key (season_id, branch, day, store)
);

alter table practice.stock_day add column replaced integer not null default 0;

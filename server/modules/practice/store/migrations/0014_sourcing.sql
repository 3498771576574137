-- What happened on a day between stores and their suppliers.
create table practice.sourcing_event (
  season_id    uuid    not null,
  branch       integer not null,
  day          integer not null,
  -- Place within the day.
  line         integer not null,
  store        integer not null,
  offer        integer not null,
  supplier     integer not null,
  event        integer not null,
  purchase     integer not null,
  ordered_on   integer not null,
  promised_on  integer not null,
  units        integer not null,
  looked       integer not null,
  found        integer not null,
  amount_minor bigint  not null,
  value_milli  integer not null,
  error_milli  integer not null,
  primary key (season_id, branch, day, line)
);
create index sourcing_event_of_store on practice.sourcing_event (season_id, store, day);

-- Bids in tenders that closed on a day, and what they won.
create table practice.tender_bid (
  season_id     uuid    not null,
  branch        integer not null,
  day           integer not null,
  -- Place within the day.
  line          integer not null,
  tender        integer not null,
  store         integer not null,
  offer         integer not null,
  unit_minor    integer not null,
  units         integer not null,
  won_units     integer not null,
  is_unpaid     integer not null,
  needed_minor  integer not null,
  primary key (season_id, branch, day, line)
);

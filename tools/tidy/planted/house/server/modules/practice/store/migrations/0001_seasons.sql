-- A season and its stores; keys begin with the season so that seasons can be distributed.
create table practice.season (
  id uuid primary key,
  name text not null
);
create table practice.store (
  season_id uuid not null,
  id        uuid not null,
  name      text not null check (char_length(name) between 1 and 40),
  primary key (season_id, id),
  unique (season_id, name),
  foreign key (season_id) references practice.season (id)
);
create unique index store_by_name on practice.store (season_id, lower(name));

-- How a season is played and judged beside its scenario, and what students see of its ranking.
alter table practice.season
  add column preset_id             text,
  add column days_per_round        integer not null default 1
    check (days_per_round between 1 and 28),
  add column listings_per_round_max integer check (listings_per_round_max >= 1),
  add column scoring               text    not null default 'balanced',
  add column ranking               text    not null default 'open'
    check (ranking in ('open', 'frozen', 'hidden')),
  -- The day whose ranks stand while they are frozen.
  add column ranking_day           integer;

-- What scorings other than the balanced one go by. Days of older engines have none of it.
alter table practice.store_day
  add column worth_minor bigint  not null default 0,
  add column points      integer not null default 0;

-- Where a sale came from: 0 of a search, else a source of kernel/market/offsite/channel.ts.
alter table practice.sale add column source integer not null default 0;

-- What each source other than a search brought a store in a market.
create table practice.outreach_day (
  season_id     uuid             not null,
  branch        integer          not null,
  day           integer          not null,
  store         integer          not null,
  market        integer          not null,
  source        integer          not null,
  views         double precision not null,
  visits        double precision not null,
  clicks        integer          not null,
  orders        integer          not null,
  units         integer          not null,
  revenue_minor bigint           not null,
  cost_minor    bigint           not null,
  primary key (season_id, branch, day, store, market, source)
);

-- How well a store is known in a market, and who asked for its letters there.
create table practice.brand_day (
  season_id     uuid    not null,
  branch        integer not null,
  day           integer not null,
  store         integer not null,
  market        integer not null,
  awareness_ppm integer not null,
  mail_list     integer not null,
  joined        integer not null,
  unsubscribed  integer not null,
  primary key (season_id, branch, day, store, market)
);

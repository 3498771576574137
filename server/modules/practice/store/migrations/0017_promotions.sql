-- Promotions: what they took off each purchase, and what they brought.
alter table practice.sale add column off_minor integer not null default 0;
alter table practice.sale add column fee_off_minor integer not null default 0;
alter table practice.sale add column promotions integer not null default 0;
-- Place among the prices at which a listing sold on a day.
alter table practice.sale add column lot integer not null default 0;
alter table practice.parcel_event add column lot integer not null default 0;
alter table practice.case_event add column lot integer not null default 0;

create table practice.promotion_day (
  season_id          uuid    not null,
  branch             integer not null,
  day                integer not null,
  store              integer not null,
  offer              integer not null,
  market             integer not null,
  kinds              integer not null,
  orders             integer not null,
  units              integer not null,
  revenue_minor      bigint  not null,
  off_minor          bigint  not null,
  expected_milli     bigint  not null,
  usual_milli        bigint  not null,
  profit_minor       bigint  not null,
  usual_profit_minor bigint  not null,
  primary key (season_id, branch, day, store, offer, market)
);

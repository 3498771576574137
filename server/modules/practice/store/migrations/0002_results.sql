-- What closing a day writes: the columns are those of kernel/market/tables.ts, in snake case,
-- behind the season, branch and day. Amounts are whole numbers of minor units; expected numbers
-- are not whole.
-- No foreign key to day_close: a close writes both in one transaction, and a check a row would
-- cost more than the rows.
create table practice.day_close (
  season_id    uuid        not null references practice.season (season_id) on delete cascade,
  branch       integer     not null,
  day          integer     not null,
  digest       text        not null,
  ledger_sums  jsonb       not null,
  -- Books' currency for one unit of each of the season's currencies on the day, 1e-8.
  rates_e8     jsonb       not null,
  orders       integer     not null,
  milliseconds integer     not null,
  how          text        not null,
  closed_at    timestamptz not null,
  -- False once a rewind has withdrawn the day.
  is_head      boolean     not null,
  primary key (season_id, branch, day)
);
create unique index day_close_head on practice.day_close (season_id, day) where is_head;

-- Memory of the engine after a day, day 0 being the opening. A cache: it may be deleted.
create table practice.snapshot (
  season_id uuid    not null references practice.season (season_id) on delete cascade,
  branch    integer not null,
  day       integer not null,
  digest    text    not null,
  bytes     bytea   not null,
  primary key (season_id, branch, day)
);

create table practice.store_day (
  season_id uuid    not null,
  branch    integer not null,
  day       integer not null,
  store integer not null,
  impressions double precision not null,
  clicks integer not null,
  orders integer not null,
  units integer not null,
  lost_units integer not null,
  revenue_minor bigint not null,
  cost_of_goods_minor bigint not null,
  commission_minor bigint not null,
  shipping_minor bigint not null,
  duty_minor bigint not null,
  ads_minor bigint not null,
  other_minor bigint not null,
  profit_minor bigint not null,
  cash_minor bigint not null,
  held_minor bigint not null,
  inventory_minor bigint not null,
  transit_minor bigint not null,
  payables_minor bigint not null,
  equity_minor bigint not null,
  rating_milli integer not null,
  reviews integer not null,
  health_bp integer not null,
  tier integer not null,
  on_time_bp integer not null,
  listings_live integer not null,
  listings_sold_out integer not null,
  score_milli integer not null,
  score_profit_milli integer not null,
  score_customer_milli integer not null,
  score_operations_milli integer not null,
  score_process_milli integer not null,
  primary key (season_id, branch, day, store)
);

create table practice.listing_day (
  season_id uuid    not null,
  branch    integer not null,
  day       integer not null,
  store integer not null,
  offer integer not null,
  market integer not null,
  visits double precision not null,
  impressions double precision not null,
  clicks integer not null,
  carts integer not null,
  orders integer not null,
  units integer not null,
  lost_units integer not null,
  revenue_minor bigint not null,
  ad_impressions double precision not null,
  ad_clicks integer not null,
  ad_ticks bigint not null,
  ad_units integer not null,
  place_milli integer not null,
  price_minor integer not null,
  landed_minor integer not null,
  reference_minor integer not null,
  primary key (season_id, branch, day, store, offer, market)
);

create table practice.search_day (
  season_id uuid    not null,
  branch    integer not null,
  day       integer not null,
  store integer not null,
  offer integer not null,
  market integer not null,
  query integer not null,
  visits double precision not null,
  impressions double precision not null,
  clicks integer not null,
  units integer not null,
  place_milli integer not null,
  ad_impressions double precision not null,
  ad_clicks integer not null,
  ad_ticks bigint not null,
  ad_units integer not null,
  ad_place_milli integer not null,
  primary key (season_id, branch, day, store, offer, market, query)
);

create table practice.ad_day (
  season_id uuid    not null,
  branch    integer not null,
  day       integer not null,
  store integer not null,
  campaign integer not null,
  entry integer not null,
  offer integer not null,
  impressions double precision not null,
  clicks integer not null,
  ticks bigint not null,
  units integer not null,
  revenue_minor bigint not null,
  primary key (season_id, branch, day, store, campaign, entry)
);

create table practice.sale (
  season_id uuid    not null,
  branch    integer not null,
  day       integer not null,
  -- Place within the day.
  line      integer not null,
  store integer not null,
  offer integer not null,
  market integer not null,
  query integer not null,
  slice integer not null,
  slot integer not null,
  is_sponsored integer not null,
  orders integer not null,
  units integer not null,
  price_minor integer not null,
  fee_minor integer not null,
  service integer not null,
  promise_days integer not null,
  primary key (season_id, branch, day, line)
);
create index sale_of_store on practice.sale (season_id, store, day);

create table practice.parcel_event (
  season_id uuid    not null,
  branch    integer not null,
  day       integer not null,
  -- Place within the day.
  line      integer not null,
  store integer not null,
  offer integer not null,
  market integer not null,
  service integer not null,
  ordered_on integer not null,
  event integer not null,
  units integer not null,
  primary key (season_id, branch, day, line)
);
create index parcel_event_of_store on practice.parcel_event (season_id, store, day);

create table practice.review (
  season_id uuid    not null,
  branch    integer not null,
  day       integer not null,
  -- Place within the day.
  line      integer not null,
  store integer not null,
  offer integer not null,
  market integer not null,
  ordered_on integer not null,
  stars integer not null,
  late_days integer not null,
  theme integer not null,
  wording integer not null,
  primary key (season_id, branch, day, line)
);
create index review_of_store on practice.review (season_id, store, day);

create table practice.stock_day (
  season_id uuid    not null,
  branch    integer not null,
  day       integer not null,
  store integer not null,
  offer integer not null,
  pool integer not null,
  on_hand integer not null,
  inbound integer not null,
  sold integer not null,
  received integer not null,
  lost_units integer not null,
  cost_minor bigint not null,
  primary key (season_id, branch, day, store, offer, pool)
);

create table practice.posting (
  season_id uuid    not null,
  branch    integer not null,
  day       integer not null,
  -- Place within the day.
  line      integer not null,
  store integer not null,
  document integer not null,
  kind integer not null,
  party integer not null,
  account integer not null,
  currency integer not null,
  amount_minor bigint not null,
  subject integer not null,
  market integer not null,
  primary key (season_id, branch, day, line)
);
create index posting_of_store on practice.posting (season_id, store, day);

create table practice.market_day (
  season_id uuid    not null,
  branch    integer not null,
  day       integer not null,
  market integer not null,
  category integer not null,
  offers integer not null,
  visits double precision not null,
  units integer not null,
  reference_minor integer not null,
  p10_minor integer not null,
  p25_minor integer not null,
  p75_minor integer not null,
  p90_minor integer not null,
  primary key (season_id, branch, day, market, category)
);

create table practice.notice (
  season_id uuid    not null,
  branch    integer not null,
  day       integer not null,
  -- Place within the day.
  line      integer not null,
  store integer not null,
  kind integer not null,
  subject integer not null,
  market integer not null,
  value double precision not null,
  primary key (season_id, branch, day, line)
);
create index notice_of_store on practice.notice (season_id, store, day);


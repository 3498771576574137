-- Seasons, who plays in them, and the log: what a season is. Everything else can be derived again.
create schema practice;

create table practice.season (
  season_id        uuid        not null primary key,
  class_id         uuid,
  owner_id         uuid        not null,
  name             text        not null check (char_length(name) between 1 and 60),
  scenario_id      text        not null,
  is_rehearsal     boolean     not null,
  state            text        not null
    check (state in ('draft', 'preparing', 'lobby', 'running', 'paused', 'finished', 'archived')),
  -- The open day; days + 1 after the last close.
  day              integer     not null check (day between 1 and days + 1),
  days             integer     not null check (days between 1 and 400),
  branch           integer     not null check (branch >= 0),
  -- Day and branch whose close has frozen the log and not yet been written; null when none.
  closing_day      integer,
  closing_branch   integer,
  closing_how      text,
  pace             jsonb       not null,
  closes_at        timestamptz,
  team_size        integer     not null check (team_size between 1 and 6),
  are_names_hidden boolean     not null,
  prepared_percent integer     not null check (prepared_percent between 0 and 100),
  world_hash       text        not null,
  -- 32 bytes; the engine's key is derived from it. Never leaves the server before the end.
  seed_secret      bytea       not null check (octet_length(seed_secret) = 32),
  seed_commitment  text        not null,
  version          integer     not null,
  created_at       timestamptz not null,
  finished_at      timestamptz
);
create index season_by_class on practice.season (season_id, class_id);
create index season_of_class on practice.season (class_id, season_id) where class_id is not null;
create index season_of_owner on practice.season (owner_id, season_id) where is_rehearsal;
create index season_by_clock on practice.season (closes_at) where closes_at is not null;

-- The frozen world: scenario, categories, products, rules and rates, gzip of canonical JSON.
create table practice.season_world (
  season_id uuid  not null primary key references practice.season (season_id) on delete cascade,
  source    bytea not null
);

-- What people read about the products that the world knows only by number.
create table practice.season_product (
  season_id  uuid    not null references practice.season (season_id) on delete cascade,
  sku        text    not null check (char_length(sku) between 1 and 64),
  -- Place in the world's list of products.
  place      integer not null,
  category   text    not null,
  detail     jsonb   not null,
  terms      text[]  not null,
  primary key (season_id, sku),
  unique (season_id, place)
);
create index season_product_terms on practice.season_product using gin (terms);

create table practice.branch (
  season_id  uuid        not null references practice.season (season_id) on delete cascade,
  branch     integer     not null,
  parent     integer,
  -- The day that was opened again; entries of the parent before it belong to this branch too.
  from_day   integer     not null,
  reason     text        not null check (char_length(reason) <= 400),
  made_by    uuid        not null,
  made_at    timestamptz not null,
  primary key (season_id, branch)
);

create table practice.store (
  season_id   uuid    not null references practice.season (season_id) on delete cascade,
  store       integer not null check (store >= 0),
  name        text    not null check (char_length(name) between 1 and 40),
  entered_day integer not null,
  -- The day which the store has handed in; 0 none.
  ready_day   integer not null,
  is_guided   boolean not null,
  last_decided_at timestamptz,
  primary key (season_id, store),
  unique (season_id, name)
);

create table practice.store_member (
  season_id uuid        not null,
  store     integer     not null,
  person_id uuid        not null,
  joined_at timestamptz not null,
  primary key (season_id, store, person_id),
  -- One person, one store of a season.
  unique (season_id, person_id),
  foreign key (season_id, store) references practice.store (season_id, store) on delete cascade
);
create index store_of_person on practice.store_member (person_id, season_id);

-- The season's source of truth: append-only. Store -1 is the steward.
create table practice.log_entry (
  season_id uuid        not null references practice.season (season_id) on delete cascade,
  store     integer     not null check (store >= -1),
  number    integer     not null check (number >= 0),
  branch    integer     not null,
  day       integer     not null check (day >= 1),
  kind      text        not null,
  decision  jsonb       not null,
  author_id uuid        not null,
  note      text        not null check (char_length(note) <= 2000),
  at        timestamptz not null,
  primary key (season_id, store, number)
);
create index log_entry_by_day on practice.log_entry (season_id, day, store, number);

create function practice.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the decision log is append-only';
end $$;
create trigger log_entry_is_append_only before update on practice.log_entry
  for each row execute function practice.refuse_change();

-- The answer to a request that may be sent twice.
create table practice.request_key (
  season_id uuid        not null references practice.season (season_id) on delete cascade,
  store     integer     not null,
  key       uuid        not null,
  answer    jsonb       not null,
  at        timestamptz not null,
  primary key (season_id, store, key)
);

create table practice.draft (
  season_id uuid        not null,
  store     integer     not null,
  key       text        not null check (char_length(key) between 1 and 160),
  value     text        not null check (char_length(value) <= 16384),
  author_id uuid        not null,
  saved_at  timestamptz not null,
  primary key (season_id, store, key),
  foreign key (season_id, store) references practice.store (season_id, store) on delete cascade
);

-- Programs that trade: each has a store of its own and a token, of which only the hash is kept.
alter table practice.store add column is_agent boolean not null default false;

create table practice.agent (
  season_id    uuid        not null,
  store        integer     not null,
  -- Who it is in the store and in the log; no person has this id.
  agent_id     uuid        not null,
  -- SHA-256 of the token.
  token_hash   bytea       not null check (octet_length(token_hash) = 32),
  made_by      uuid        not null,
  made_at      timestamptz not null,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  primary key (season_id, store),
  foreign key (season_id, store) references practice.store (season_id, store) on delete cascade
);

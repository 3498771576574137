-- The seasons that a credential rests on, played again: each asking with what it came to, kept.
create table exchange.credential_replay (
  id            uuid        not null primary key,
  credential_id uuid        not null references exchange.credential (id),
  asked_by      uuid        not null,
  -- What the file came to when it was asked; seasons are named by genuine files only.
  verdict       text        not null check (char_length(verdict) <= 40),
  segments      jsonb       not null,
  -- What each of those that were played came to, in their order.
  outcomes      text[]      not null,
  started_at    timestamptz not null,
  ended_at      timestamptz,
  check (cardinality(outcomes) <= jsonb_array_length(segments))
);
create index credential_replay_of_credential
  on exchange.credential_replay (credential_id, started_at);

-- Keys, lists of revocation and issued credentials: rows of these are never deleted, so that no
-- place on a list is used twice and what was issued can be answered for.

-- Ed25519 keys of organizations; that without an owner is the installation's own. The private half
-- is sealed with the installation's secret and never leaves the server.
create table exchange.credential_key (
  id             uuid        not null primary key,
  owner_id       uuid,
  public_key     text        not null unique check (char_length(public_key) <= 100),
  sealed         text        not null check (char_length(sealed) <= 1000),
  made_at        timestamptz not null,
  replaced_at    timestamptz,
  compromised_at timestamptz
);
create unique index credential_key_in_use
  on exchange.credential_key (coalesce(owner_id, '00000000-0000-0000-0000-000000000000'))
  where replaced_at is null;

create table exchange.status_list (
  id        uuid        not null primary key,
  owner_id  uuid        not null,
  -- In whose name it is signed: a list counts only for credentials of the same issuer.
  did       text        not null check (char_length(did) <= 400),
  bits      bytea       not null,
  -- The signed credential that others fetch.
  document  text        not null,
  signed_at timestamptz not null
);
create index status_list_of_issuer on exchange.status_list (owner_id, did, id);

create table exchange.credential (
  id              uuid        not null primary key,
  -- What it certifies: one decision, one credential.
  decision_id     uuid        not null unique,
  person_id       uuid        not null,
  organisation_id uuid        not null,
  -- Who signed for the school.
  signed_by       uuid        not null,
  list_id         uuid        not null references exchange.status_list (id),
  list_index      integer     not null check (list_index >= 0),
  -- All that signed it, endorsers' too.
  public_keys     text[]      not null,
  -- Names of the certificate, its issuer and its endorsers, as they were.
  facts           jsonb       not null,
  document        text        not null,
  token           text        not null,
  issued_at       timestamptz not null,
  valid_until     timestamptz,
  unique (list_id, list_index)
);
create index credential_of_person on exchange.credential (person_id, issued_at);

create table exchange.revocation (
  credential_id uuid        not null primary key references exchange.credential (id),
  reason        text        not null check (char_length(reason) between 1 and 400),
  asked_by      uuid        not null,
  -- The other side decides: two people of two houses.
  asked_for     text        not null check (asked_for in ('school', 'operator')),
  asked_at      timestamptz not null,
  state         text        not null check (state in ('asked', 'confirmed', 'refused')),
  decided_by    uuid,
  decided_at    timestamptz
);
create index revocation_by_time on exchange.revocation (asked_at);

-- Pages by which holders show what they chose.
create table exchange.share (
  id           uuid        not null primary key,
  person_id    uuid        not null,
  token        text        not null unique check (char_length(token) between 16 and 64),
  credentials  uuid[]      not null,
  shows_name   boolean     not null,
  shows_files  boolean     not null,
  made_at      timestamptz not null,
  ends_at      timestamptz not null
);
create index share_of_person on exchange.share (person_id, made_at);

create function exchange.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'an issued credential is append-only';
end $$;
create trigger credential_is_append_only before update on exchange.credential
  for each row execute function exchange.refuse_change();

-- Rounds of placement: who offers which places, who wants where, what was promised, what came out.
create schema placement;

create table placement.round (
  id              uuid        not null primary key,
  organisation_id uuid        not null,
  -- Whose people may rank its places; none for all schools'.
  schools         uuid[]      not null,
  name            text        not null check (char_length(name) between 1 and 80),
  kind            text        not null
    check (kind in ('internship', 'job', 'teacher-practice', 'base-seat')),
  state           text        not null check (state in ('draft', 'posts-open', 'choices-open',
    'frozen', 'matched', 'verified', 'published', 'appeals', 'final', 'cancelled')),
  after_id        uuid        references placement.round (id),
  revision        integer     not null check (revision >= 0),
  lower_mode      text        not null check (lower_mode in ('report', 'close', 'reserve')),
  cap_rule        text        not null check (cap_rule in ('round-robin', 'by-priority')),
  -- Caps over sets of places, as contract/placement/rounds.ts has them.
  regions         jsonb       not null,
  -- The seed stays here until freezing; its hash is told from the first day.
  lottery_seed    text        not null check (char_length(lottery_seed) = 64),
  lottery_hash    text        not null check (char_length(lottery_hash) = 64),
  -- From freezing on: what was matched, under pseudonyms, and the hash of its canonical text.
  instance        jsonb,
  instance_hash   text        check (char_length(instance_hash) = 64),
  made_at         timestamptz not null,
  frozen_at       timestamptz,
  published_at    timestamptz
);
create index round_of_organisation on placement.round (organisation_id, made_at desc, id);

create table placement.place (
  id              uuid        not null primary key,
  round_id        uuid        not null references placement.round (id),
  organisation_id uuid        not null,
  draft           jsonb       not null,
  -- Who agreed for the organization to take whom the round gives it, and when.
  agreed_by       uuid,
  agreed_at       timestamptz,
  -- Why it has whom it has, once it was matched.
  reason          jsonb,
  made_at         timestamptz not null,
  check ((agreed_by is null) = (agreed_at is null))
);
create index place_of_round on placement.place (round_id, id);
create index place_of_organisation on placement.place (organisation_id, id);

create table placement.choice_list (
  round_id   uuid        not null references placement.round (id),
  person_id  uuid        not null,
  -- Best first.
  places     uuid[]      not null check (cardinality(places) <= 30),
  revision   integer     not null check (revision >= 1),
  changed_at timestamptz not null,
  primary key (round_id, person_id)
);

-- What published rules give somebody: own region, hardship, order class.
create table placement.policy_mark (
  round_id  uuid        not null references placement.round (id),
  person_id uuid        not null,
  permille  integer     not null check (permille between 0 and 1000),
  reason    text        not null check (char_length(reason) <= 1000),
  by_id     uuid        not null,
  at        timestamptz not null,
  primary key (round_id, person_id)
);

-- What the organization of a place says of somebody who listed it.
create table placement.place_mark (
  place_id   uuid        not null references placement.place (id),
  person_id  uuid        not null,
  permille   integer     check (permille between 0 and 1000),
  is_refused boolean     not null,
  by_id      uuid        not null,
  at         timestamptz not null,
  primary key (place_id, person_id)
);

-- One row a matching, never changed.
create table placement.run (
  id           uuid        not null primary key,
  round_id     uuid        not null references placement.round (id),
  code_version text        not null,
  inputs_hash  text        not null check (char_length(inputs_hash) = 64),
  seed         text        not null,
  started_at   timestamptz not null,
  millis       integer     not null,
  status       text        not null
    check (status in ('verified', 'not-stable', 'instance-changed')),
  result_hash  text        check (char_length(result_hash) = 64)
);
create index run_of_round on placement.run (round_id, started_at desc, id);

create table placement.placing (
  round_id  uuid    not null references placement.round (id),
  person_id uuid    not null,
  pseudonym text    not null,
  place_id  uuid    references placement.place (id),
  lottery   integer not null,
  -- Why each choice ended as it did.
  reasons   jsonb   not null,
  primary key (round_id, person_id),
  unique (round_id, pseudonym)
);

create table placement.appeal (
  id         uuid        not null primary key,
  round_id   uuid        not null references placement.round (id),
  person_id  uuid        not null,
  text       text        not null check (char_length(text) between 1 and 1000),
  made_at    timestamptz not null,
  is_upheld  boolean,
  answer     text        check (char_length(answer) between 1 and 1000),
  decided_by uuid,
  decided_at timestamptz,
  unique (round_id, person_id),
  check ((is_upheld is null) = (decided_at is null))
);

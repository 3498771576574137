-- Appeals against decisions, the panels that hear them, and what each person found.

-- The decision that an appeal has changed, and the appeal by which this one was taken.
alter table assessment.decision
  add column revises   uuid references assessment.decision (id),
  add column appeal_id uuid;

create table assessment.appeal (
  id          uuid        not null primary key,
  decision_id uuid        not null references assessment.decision (id),
  person_id   uuid        not null,
  class_id    uuid        not null,
  school_id   uuid        not null,
  step        integer     not null check (step in (1, 2)),
  -- Of a second step, the first one.
  first_id    uuid        unique references assessment.appeal (id),
  ground      text        not null
    check (ground in ('evidence-wrong', 'evidence-missing', 'rater-conflict', 'procedure')),
  text        text        not null check (char_length(text) between 1 and 3000),
  made_at     timestamptz not null,
  -- Days since 1970-01-01 as China counts them.
  due_on      integer     not null,
  state       text        not null check (state in ('open', 'upheld', 'dismissed', 'withdrawn')),
  ended_at    timestamptz,
  revised_id  uuid        references assessment.decision (id),
  check ((step = 2) = (first_id is not null)),
  check ((state = 'open') = (ended_at is null))
);
create unique index appeal_once_a_decision on assessment.appeal (decision_id) where step = 1;
create index appeal_of_person on assessment.appeal (person_id, made_at);
create index appeal_of_school on assessment.appeal (school_id, made_at);

create table assessment.appeal_finding (
  appeal_id     uuid        not null references assessment.appeal (id),
  person_id     uuid        not null,
  -- Null of the one person who decides the first step.
  side          text        check (side in ('school', 'enterprise', 'association')),
  outcome       text        not null check (outcome in ('upheld', 'dismissed')),
  text          text        not null check (char_length(text) between 1 and 3000),
  voids         uuid[]      not null,
  barred        uuid[]      not null,
  is_read_again boolean     not null,
  at            timestamptz not null,
  primary key (appeal_id, person_id)
);
create trigger appeal_finding_is_append_only before update on assessment.appeal_finding
  for each row execute function assessment.refuse_change();

-- Who sits on a panel, drawn by lot. Who leaves keeps a row: the lot must not fall on them again.
create table assessment.panel_seat (
  panel_id        uuid        not null,
  person_id       uuid        not null,
  side            text        not null check (side in ('school', 'enterprise', 'association')),
  organisation_id uuid        not null,
  seated_at       timestamptz not null,
  left_at         timestamptz,
  -- What they said when they left; empty of who let it grow late.
  left_text       text        not null check (char_length(left_text) <= 3000),
  primary key (panel_id, person_id)
);
create unique index panel_seat_one_a_side on assessment.panel_seat (panel_id, side)
  where left_at is null;
create index panel_seat_of_person on assessment.panel_seat (person_id) where left_at is null;

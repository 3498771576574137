-- What a decision rests on, who signed it, and how far the credentials of signed ones are.

-- Frozen with the decision: later evidence and rewinds change nothing of it.
create table assessment.decision_grounds (
  decision_id  uuid    not null primary key references assessment.decision (id),
  -- Competencies that counted.
  competencies text[]  not null,
  pieces       integer not null check (pieces >= 0),
  -- Practice seasons among the pieces, each by what it can be played again from.
  seasons      jsonb   not null
);

create table assessment.signature (
  decision_id     uuid        not null references assessment.decision (id),
  side            text        not null check (side in ('school', 'enterprise', 'association')),
  organisation_id uuid        not null,
  signer_id       uuid        not null,
  at              timestamptz not null,
  primary key (decision_id, side),
  -- Two eyes are two people.
  unique (decision_id, signer_id)
);
create trigger signature_is_append_only before update on assessment.signature
  for each row execute function assessment.refuse_change();
create trigger decision_grounds_are_append_only before update on assessment.decision_grounds
  for each row execute function assessment.refuse_change();

-- Certificates whose last signatures came together, issued by a job step by step.
create table assessment.issuing (
  id         uuid        not null primary key,
  class_id   uuid        not null,
  asked_by   uuid        not null,
  decisions  uuid[]      not null,
  done       integer     not null check (done >= 0),
  started_at timestamptz not null,
  ended_at   timestamptz
);
create index issuing_of_class on assessment.issuing (class_id, started_at);
create index decision_of_class on assessment.decision (class_id, decided_at);

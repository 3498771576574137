-- Whether somebody was certified, as it was decided: never changed, never deleted.
create table assessment.decision (
  id                uuid        not null primary key,
  person_id         uuid        not null,
  class_id          uuid        not null,
  role              text        not null check (char_length(role) <= 80),
  echelon           text        not null check (char_length(echelon) <= 80),
  framework_version text        not null,
  -- SHA-256 of the hashes of all pieces that counted.
  evidence_hash     text        not null check (char_length(evidence_hash) = 64),
  verdict           text        not null check (verdict in ('pass', 'not-yet', 'held')),
  missing           jsonb       not null,
  holds             text[]      not null,
  decided_by        uuid        not null,
  decided_at        timestamptz not null
);
create index decision_of_person on assessment.decision (person_id, role, echelon, decided_at);
create trigger decision_is_append_only before update on assessment.decision
  for each row execute function assessment.refuse_change();

-- What regions and schools ask beyond the core of the framework.
create table assessment.overlay (
  -- Never given to another one: evidence and decisions name versions by it.
  name       text        not null primary key check (name ~ '^[a-z][a-z0-9-]{1,15}$'),
  layer      text        not null check (layer in ('region', 'school')),
  -- Of a school's own.
  school_id  uuid,
  -- Of a region: the schools in it; null for all there are.
  schools    uuid[]      check (cardinality(schools) between 1 and 500),
  version    text        not null,
  ended_at   timestamptz,
  check ((layer = 'school') = (school_id is not null)),
  check (layer = 'region' or schools is null)
);
create index overlay_of_school on assessment.overlay (school_id);

-- Append-only: what a version asked must stay what it asked.
create table assessment.overlay_version (
  name    text        not null references assessment.overlay (name),
  version text        not null,
  -- As courses/framework has it.
  body    jsonb       not null,
  made_by uuid        not null,
  made_at timestamptz not null,
  primary key (name, version)
);
create trigger overlay_version_is_append_only before update on assessment.overlay_version
  for each row execute function assessment.refuse_change();

-- A season keeps the rules under which it began; null of those read before there were overlays.
alter table assessment.gathered add column framework_version text;

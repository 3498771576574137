-- What the platform itself keeps. The table platform.migration is made by the migrator.

create table platform.installation (
  is_only        boolean     primary key default true check (is_only),
  id             uuid        not null,
  made_at        timestamptz not null,
  wants_demo     boolean     not null,
  demo_seeded_at timestamptz check (demo_seeded_at is null or wants_demo)
);

-- One row a job's effect: whoever inserts it does the work, in the same transaction.
create table platform.effect (
  key     text        primary key check (char_length(key) between 1 and 300),
  is_kept boolean     not null default false,
  at      timestamptz not null default now()
);
create index effect_by_age on platform.effect (at) where not is_kept;

create table platform.worker (
  id         text        primary key,
  pool       text        not null,
  seen_at    timestamptz not null,
  started_at timestamptz not null
);

-- Live events, kept for a day, so that a stream that broke can go on where it was.
create table platform.event (
  id      bigint      generated always as identity primary key,
  topic   text        not null check (char_length(topic) <= 120),
  version integer     not null,
  at      timestamptz not null default now()
);
create index event_by_age on platform.event (at);

-- Token buckets of the strict limits. Losing them in a crash is harmless, so they are not logged.
create unlogged table platform.bucket (
  key       text             primary key check (char_length(key) <= 300),
  tokens    double precision not null,
  filled_at timestamptz      not null
);

create table platform.backup (
  name  text        primary key,
  at    timestamptz not null,
  bytes bigint      not null check (bytes > 0)
);

-- graphile-worker's tables belong to the owner and are closed by row policies, so that the role of
-- the use cases reaches them only here. Late bound: the worker's own migrations may run after.
create function platform.enqueue(
  task text, payload json, queue text, run_at timestamptz, attempts_max integer, job_key text
) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform graphile_worker.add_job(
    task, payload, queue_name => queue, run_at => run_at, max_attempts => attempts_max,
    job_key => job_key, job_key_mode => case when job_key is null then null else 'replace' end
  );
end $$;

create function platform.queue_depth(
  out waiting integer, out running integer, out failed integer, out "oldestWaitingSeconds" integer
) language plpgsql stable security definer set search_path = '' as $$
begin
  select count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= now()),
         count(*) filter (where locked_at is not null),
         count(*) filter (where attempts >= max_attempts and locked_at is null),
         coalesce(extract(epoch from now() - min(run_at) filter (
           where locked_at is null and attempts < max_attempts and run_at <= now())), 0)
    into waiting, running, failed, "oldestWaitingSeconds"
    from graphile_worker._private_jobs;
end $$;

-- Who is who: accounts and sessions as better-auth 1.7 lays them out (so that its own flows can be
-- mounted beside ours; they leave making ids to the database), and the people, organisations and
-- memberships that are ours.
create schema auth;

create table auth."user" (
  id                uuid        primary key default gen_random_uuid(),
  name              text        not null,
  email             text        not null unique,
  "emailVerified"   boolean     not null,
  image             text,
  "createdAt"       timestamptz not null,
  "updatedAt"       timestamptz not null,
  username          text        unique,
  "displayUsername" text
);

create table auth.session (
  id          uuid        primary key default gen_random_uuid(),
  "expiresAt" timestamptz not null,
  token       text        not null unique,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId"    uuid        not null references auth."user" (id) on delete cascade
);
create index session_of_user on auth.session ("userId");
create index session_by_end on auth.session ("expiresAt");

create table auth.account (
  id                      uuid        primary key default gen_random_uuid(),
  "accountId"             text        not null,
  "providerId"            text        not null,
  "userId"                uuid        not null references auth."user" (id) on delete cascade,
  "accessToken"           text,
  "refreshToken"          text,
  "idToken"               text,
  "accessTokenExpiresAt"  timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope                   text,
  password                text,
  "createdAt"             timestamptz not null,
  "updatedAt"             timestamptz not null,
  unique ("providerId", "accountId")
);
create index account_of_user on auth.account ("userId");

create table auth.verification (
  id          uuid        primary key default gen_random_uuid(),
  identifier  text        not null,
  value       text        not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index verification_by_identifier on auth.verification (identifier);

create schema identity;

create table identity.organisation (
  id        uuid        primary key,
  kind      text        not null
    check (kind in ('school', 'enterprise', 'association', 'government', 'operator')),
  name_zh   text        not null check (char_length(name_zh) between 1 and 80),
  name_en   text        not null check (char_length(name_en) between 1 and 80),
  slug      text        not null unique check (slug ~ '^[a-z][a-z0-9]{1,19}$'),
  made_at   timestamptz not null,
  closed_at timestamptz
);
create index organisation_by_kind on identity.organisation (kind, id);

-- The id is that of the person's account.
create table identity.person (
  id           uuid        primary key references auth."user" (id),
  name         text        not null check (char_length(name) between 1 and 60),
  locale       text        not null check (locale in ('zh', 'en')),
  theme        text        not null check (theme in ('auto', 'light', 'dark')),
  made_at      timestamptz not null,
  last_seen_at timestamptz
);

create table identity.membership (
  organisation_id uuid not null references identity.organisation (id),
  id              uuid not null,
  person_id       uuid not null references identity.person (id),
  role            text not null check (role in
    ('student', 'teacher', 'assistant', 'mentor', 'head', 'planner', 'officer', 'operator')),
  started_on      date not null,
  ended_on        date,
  primary key (organisation_id, id),
  check (ended_on is null or ended_on >= started_on)
);
create unique index membership_once
  on identity.membership (organisation_id, person_id, role) where ended_on is null;
create index membership_of_person on identity.membership (person_id) where ended_on is null;

-- 学号, 工号: a person has one in each organisation.
create table identity.person_number (
  organisation_id uuid not null references identity.organisation (id),
  person_id       uuid not null references identity.person (id),
  number          text not null check (number ~ '^[A-Za-z0-9._-]{1,32}$'),
  primary key (organisation_id, person_id),
  unique (organisation_id, number)
);

-- Who saw or changed what about whom; only ever added to.
create table identity.audit (
  organisation_id uuid        not null references identity.organisation (id),
  id              uuid        not null,
  at              timestamptz not null,
  deed            text        not null check (char_length(deed) between 1 and 40),
  by_id           uuid,
  person_id       uuid,
  facts           jsonb       not null,
  primary key (organisation_id, id)
);

-- The one-click accounts of a demonstration.
create table identity.demo_account (
  account         text    primary key,
  place           integer not null unique,
  person_id       uuid    not null references identity.person (id),
  organisation_id uuid    not null references identity.organisation (id),
  role            text    not null
);

-- The second fence: what tells a person by number, or what was done about somebody, is seen only
-- inside the organisation that the transaction has named. Cleared settings read as ''.
create function identity.fenced_organisation() returns uuid language sql stable as
  $$ select nullif(current_setting('echelon.organisation', true), '')::uuid $$;

alter table identity.person_number enable row level security;
create policy person_number_fence on identity.person_number
  using (organisation_id = identity.fenced_organisation());
alter table identity.audit enable row level security;
create policy audit_fence on identity.audit
  using (organisation_id = identity.fenced_organisation());

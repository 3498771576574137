-- What a teacher may want to ask people about: the last look at a season's log and closed days.
create table practice.look (
  season_id uuid        primary key references practice.season (season_id) on delete cascade,
  branch    integer     not null,
  to_day    integer     not null check (to_day >= 1),
  asked_by  uuid        not null,
  asked_at  timestamptz not null,
  percent   integer     not null check (percent between 0 and 100),
  -- Null until it is done.
  questions jsonb
);

-- Questions set aside or taken up again, with a note. Rows are only ever added.
create table practice.remark (
  season_id uuid        not null references practice.season (season_id) on delete cascade,
  -- Dense within the season.
  remark    integer     not null check (remark >= 0),
  key       text        not null,
  is_aside  boolean     not null,
  note      text        not null check (length(note) <= 500),
  author_id uuid        not null,
  at        timestamptz not null,
  primary key (season_id, remark)
);

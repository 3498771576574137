-- What members of a team say of each other after a round; written anew until the next one closes.
create table practice.peer_review (
  season_id uuid        not null references practice.season (season_id) on delete cascade,
  store     integer     not null check (store >= 0),
  round     integer     not null check (round >= 1),
  author_id uuid        not null,
  person_id uuid        not null check (person_id <> author_id),
  points    integer     not null check (points between 0 and 20),
  mark      integer     not null check (mark between 1 and 5),
  reason    text        not null check (char_length(reason) <= 400),
  at        timestamptz not null,
  primary key (season_id, store, round, author_id, person_id)
);

-- What becomes of a store that hands nothing in.
alter table practice.season
  add column absence text not null default 'carry-forward'
    check (absence in ('carry-forward', 'apply-draft', 'autopilot'));

-- The decisions that a draft stands for, as its screen would hand them in. Drafts of before stand
-- for none: they stay drafts.
alter table practice.draft add column wishes text check (char_length(wishes) <= 16384);

-- A draft that the close handed in for its author.
alter table practice.log_entry add column by_close boolean not null default false;

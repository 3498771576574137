-- The tasks that are judged in a season, frozen as they were when it was made; null without.
alter table practice.season add column checklist jsonb;

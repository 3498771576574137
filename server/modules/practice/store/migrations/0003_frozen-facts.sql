-- What lists and checks ask of a frozen world, so that nobody has to open it for that. The words
-- are null for seasons that were made before; those are read from the world.
alter table practice.season_world
  add column engine        integer not null default 1,
  add column scenario_name jsonb,
  add column scenario_goal jsonb;
alter table practice.season_world alter column engine drop default;

-- What the store of somebody's own practice had reached of its tasks at the last close, so that a
-- course can tell a whole class's progress without reading each season's evidence again.
alter table practice.season
  add column reached_bp integer check (reached_bp between 0 and 10000);

create index season_of_task on practice.season (owner_id, preset_id)
  where is_rehearsal and state <> 'archived';

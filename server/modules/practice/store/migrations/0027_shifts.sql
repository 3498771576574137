-- What people did themselves is looked up by person before each further hour or shift.
create index log_entry_by_person on practice.log_entry (season_id, author_id)
  where kind in ('cover-shift', 'log-training');

-- Whether a job still waits or runs, so that work whose job was lost can be asked for again: a
-- backup holds no jobs, and one that failed too often is not tried any more.
create function platform.is_enqueued(task text, payload jsonb) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = task and j.payload::jsonb = is_enqueued.payload
       and (j.attempts < j.max_attempts or j.locked_at is not null));
end $$;

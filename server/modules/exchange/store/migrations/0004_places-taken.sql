-- How many places of a list are taken: to issue one credential need not count all the others.
alter table exchange.status_list add column taken integer not null default 0 check (taken >= 0);
update exchange.status_list l set taken =
  (select count(*) from exchange.credential c where c.list_id = l.id);
alter table exchange.status_list alter column taken drop default;

-- Whoever was given a credential may ask of it at any time: it is changed by nobody, and it stays,
-- with its list and with the keys that its list may have to be signed with again.
create function exchange.refuse_deletion() returns trigger language plpgsql as $$
begin
  raise exception 'what was issued, and what it is answered for with, is never deleted';
end $$;
create trigger credential_stays before delete on exchange.credential
  for each row execute function exchange.refuse_deletion();
create trigger status_list_stays before delete on exchange.status_list
  for each row execute function exchange.refuse_deletion();
create trigger credential_key_stays before delete on exchange.credential_key
  for each row execute function exchange.refuse_deletion();

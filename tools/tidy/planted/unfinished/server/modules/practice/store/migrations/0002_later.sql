-- FIXME the index
select 1;

-- An uploaded picture is kept in two forms. Its row is that of the large one; the small one is a
-- file of its own, of the same kind. Drawings of ours have one form, which scales.
alter table exchange.picture add column small_hash text check (small_hash ~ '^[0-9a-f]{64}$');

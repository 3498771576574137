-- When a holder said that they have read of a revocation: until then it is told where they land.
alter table exchange.revocation add column read_at timestamptz;

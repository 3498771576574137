-- What was asked of a supplier in talks, and what it granted.
alter table practice.sourcing_event add column ask        integer not null default 0;
alter table practice.sourcing_event add column granted_bp integer not null default 0;

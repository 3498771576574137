-- What was bought together: a row of orders, and with the opposite sign what came along.
alter table practice.sale add column set_number integer not null default 0;

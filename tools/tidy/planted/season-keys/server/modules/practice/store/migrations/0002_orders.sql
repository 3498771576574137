-- primary key (id) in a comment is no key
create table practice.order_line (
  id bigserial,
  season_id uuid not null,
  store_id uuid not null references practice.store (id),
  person_id uuid not null,
  number integer unique,
  primary key (id, season_id),
  foreign key (person_id) references identity.person (id),
  constraint line_number unique (number, season_id)
);
create unique index order_line_number on practice.order_line (number);
create index order_line_store on practice.order_line (store_id);
create table practice.report (
  id uuid primary key
);
alter table practice.report add constraint report_name unique (id);
create sequence practice.order_number;

-- Catalogues of enterprises: what they offer, as their files told it.
create schema exchange;

create table exchange.product (
  organisation_id uuid        not null,
  id              uuid        not null,
  -- Handle: names the product in its catalogue.
  key             text        not null check (char_length(key) between 1 and 255),
  -- The product as a file or an edit told it; its gaps are filled when it is read.
  record          jsonb       not null,
  -- Category chosen by the enterprise; null lets the title decide.
  category_id     text,
  attributes      jsonb       not null,
  state           text        not null check (state in ('draft', 'published', 'withdrawn')),
  readiness       text        not null check (readiness in ('red', 'amber', 'green')),
  used_category   text        not null,
  version         integer     not null check (version >= 1),
  terms           text[]      not null,
  changed_at      timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, key)
);
create index product_terms on exchange.product using gin (terms);

create table exchange.sku (
  organisation_id uuid not null,
  sku             text not null check (char_length(sku) between 1 and 64),
  product_id      uuid not null,
  primary key (organisation_id, sku),
  foreign key (organisation_id, product_id) references exchange.product (organisation_id, id) on delete cascade
);

-- A file that was read: its products and its report, until it is committed.
create table exchange.import (
  organisation_id uuid        not null,
  id              uuid        not null,
  file_name       text        not null,
  -- gzip of JSON: the reading, and the preview that was shown.
  reading         bytea       not null,
  preview         jsonb       not null,
  made_by         uuid        not null,
  made_at         timestamptz not null,
  committed_at    timestamptz,
  primary key (organisation_id, id)
);

-- Pictures by content; the bytes are in the installation's files.
create table exchange.picture (
  hash       text not null primary key check (hash ~ '^[0-9a-f]{64}$'),
  media_type text not null
);

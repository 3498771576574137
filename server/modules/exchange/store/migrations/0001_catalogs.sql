-- Enterprises' catalogues: what their files said, what was made of it, and files on their way in.
create schema exchange;

-- One row an enterprise that has a catalogue; taken in one hand while the catalogue changes.
create table exchange.catalog (
  organisation_id uuid        primary key,
  version         integer     not null check (version >= 1),
  changed_at      timestamptz not null
);

create table exchange.product (
  organisation_id uuid        not null references exchange.catalog (organisation_id),
  id              uuid        not null,
  key             text        not null check (char_length(key) between 1 and 255),
  -- The enterprise's own facts, as contract/exchange/product-record.ts has them.
  record          jsonb       not null,
  state           text        not null check (state in ('draft', 'published', 'withdrawn')),
  -- The category that a person chose; null lets the file or the title decide.
  chosen_category text,
  attributes      jsonb       not null,
  -- Share of units that arrive defective, where it is known: only in catalogues of ours.
  defect_ppm      integer     check (defect_ppm between 0 and 1000000),
  -- What follows from the record, kept for lists and searches.
  category        text        not null,
  is_category_assumed boolean not null,
  readiness       text        not null check (readiness in ('red', 'amber', 'green')),
  weaknesses      text[]      not null,
  assumed         text[]      not null,
  skus            integer     not null,
  cost_from_minor bigint,
  cost_to_minor   bigint,
  cost_currency   char(3),
  title_zh        text        not null,
  title_en        text        not null,
  search          text        not null,
  terms           text[]      not null,
  version         integer     not null check (version >= 1),
  changed_at      timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, key)
);
create index product_terms on exchange.product using gin (terms);
create index product_published on exchange.product (organisation_id, id)
  where state = 'published' and readiness <> 'red';

-- Which product a SKU belongs to: it is unique in its enterprise.
create table exchange.sku (
  organisation_id uuid not null,
  sku             text not null check (char_length(sku) between 1 and 64),
  product_id      uuid not null,
  primary key (organisation_id, sku),
  foreign key (organisation_id, product_id) references exchange.product (organisation_id, id)
);
create index sku_of_product on exchange.sku (organisation_id, product_id);

create table exchange.catalog_import (
  organisation_id uuid        not null,
  id              uuid        not null,
  by_id           uuid        not null,
  file_name       text        not null check (char_length(file_name) <= 200),
  encoding        text        not null,
  made_at         timestamptz not null,
  -- The catalogue's version that the preview was made on; 0 when there was none.
  catalog_version integer     not null,
  reading         jsonb       not null,
  committed_at    timestamptz,
  primary key (organisation_id, id)
);
create index catalog_import_by_age on exchange.catalog_import (made_at);

-- Pictures by their content; the bytes are a file of that hash.
create table exchange.picture (
  hash       text    primary key check (hash ~ '^[0-9a-f]{64}$'),
  media_type text    not null
    check (media_type in ('image/svg+xml', 'image/png', 'image/jpeg', 'image/webp')),
  bytes      integer not null check (bytes > 0)
);

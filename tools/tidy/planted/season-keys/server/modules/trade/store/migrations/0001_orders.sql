create table trade.shop_order (
  channel_id uuid not null,
  id uuid not null,
  primary key (channel_id, id)
);

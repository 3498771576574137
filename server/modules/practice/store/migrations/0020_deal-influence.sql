-- Media influence is views off the market where a season has that: no ticks.
alter table practice.deal_day rename column influence_ticks to influence;

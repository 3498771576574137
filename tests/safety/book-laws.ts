import { documentKind } from "@echelon/kernel/ledger/document-kind.ts";

const lastKind = Math.max(...Object.values(documentKind));

/**
 * What must hold of the books and goods of every season, on every branch, as the database has them.
 * Each law gives the rows that break it; `planted` breaks it once, to see that it is noticed.
 */
export type BookLaw = {
  readonly title: string;
  readonly breaches: string;
  readonly planted: string;
};

const onePosting = (where: string) =>
  `where ctid = (select ctid from practice.posting where ${where} limit 1)`;

/** Units of a store's product that left its home for a warehouse on a day. */
const movedOut = `
  select l.season_id, l.branch, l.day, l.store, sum((l.decision ->> 'units')::int)::int as units,
         l.decision ->> 'sku' as sku
    from practice.log_entry l where l.kind = 'move-stock'
   group by l.season_id, l.branch, l.day, l.store, l.decision ->> 'sku'`;

export const bookLaws: readonly BookLaw[] = [
  {
    title: "every document balances in each party's books and each currency",
    breaches: `
      select season_id, branch, day, document, party, currency from practice.posting
       group by season_id, branch, day, document, party, currency having sum(amount_minor) <> 0`,
    planted: `update practice.posting set amount_minor = amount_minor + 1
      ${onePosting("account = 0")}`,
  },
  {
    title: "no posting is without a document of a known kind, of one day",
    breaches: `
      select season_id, branch, document from practice.posting
       group by season_id, branch, document
      having count(distinct (kind, day)) <> 1 or min(kind) < 1 or max(kind) > ${lastKind}
          or document < 0`,
    planted: `update practice.posting set kind = ${lastKind + 1} ${onePosting("kind = 5")}`,
  },
  {
    title: "the sums that a close wrote down are zero",
    breaches: `
      select season_id, branch, day from practice.day_close c
       where exists (select from jsonb_each_text(c.ledger_sums) where value <> '0')
          or c.ledger_sums = '{}'`,
    planted: `update practice.day_close set ledger_sums = '{"USD": 1}' where day = 1`,
  },
  {
    title: "a store's cash is what was posted to it, and so is its stock's value",
    breaches: `
      with posted as (
        select d.season_id, d.branch, d.day, d.store, d.cash_minor, d.inventory_minor,
               coalesce(sum(p.amount_minor) filter (where p.account = 0), 0) as cash,
               coalesce(sum(p.amount_minor) filter (where p.account = 3), 0) as inventory
          from practice.store_day d join practice.day_close c using (season_id, branch, day)
          join practice.store s using (season_id, store)
          left join lateral (
            select p.account, p.amount_minor from practice.posting p
              join practice.day_close pc using (season_id, branch, day)
             where p.season_id = d.season_id and p.store = d.store and p.party = d.store
               and p.day <= d.day and pc.is_head) p on true
         where c.is_head
         group by d.season_id, d.branch, d.day, d.store, d.cash_minor, d.inventory_minor)
      select season_id, day, store from posted
       where cash <> cash_minor or inventory <> inventory_minor`,
    planted: `update practice.store_day set cash_minor = cash_minor + 1
               where day = 3 and store = (select max(store) from practice.store)`,
  },
  {
    title: "the stock's value is the sum over its pools",
    breaches: `
      select d.season_id, d.branch, d.day, d.store from practice.store_day d
        join practice.store s using (season_id, store)
        left join practice.stock_day k using (season_id, branch, day, store)
       group by d.season_id, d.branch, d.day, d.store, d.inventory_minor
      having coalesce(sum(k.cost_minor), 0) <> d.inventory_minor`,
    planted: `update practice.stock_day set cost_minor = cost_minor + 1 where day = 1`,
  },
  {
    title: "units in a pool are those of the day before, received less sold, replaced and moved",
    breaches: `
      with moved as (${movedOut})
      select k.season_id, k.branch, k.day, k.store, k.offer, k.pool
        from practice.stock_day k
        join practice.day_close c using (season_id, branch, day)
        join practice.stock_day b on b.season_id = k.season_id and b.day = k.day - 1
         and b.store = k.store and b.offer = k.offer and b.pool = k.pool
        join practice.day_close bc on bc.season_id = b.season_id and bc.branch = b.branch
         and bc.day = b.day and bc.is_head
        left join practice.log_entry l on l.season_id = k.season_id and l.store = k.store
         and l.kind = 'select-product' and k.offer = k.store * 256 + (l.decision ->> 'place')::int
        left join moved m on m.season_id = k.season_id and m.branch = k.branch and m.day = k.day
         and m.store = k.store and m.sku = l.decision ->> 'sku' and k.pool = 0
       where c.is_head and k.on_hand <> b.on_hand + k.received - k.sold - k.replaced
         - coalesce(m.units, 0)`,
    planted: `update practice.stock_day set on_hand = on_hand + 1 where day = 4`,
  },
  {
    title: "what is sold on a day leaves the stock and is dispatched on it",
    breaches: `
      with sold as (
        select season_id, branch, day, store, offer, sum(units) as units from practice.sale
         group by 1, 2, 3, 4, 5),
      taken as (
        select season_id, branch, day, store, offer, sum(sold) as units from practice.stock_day
         group by 1, 2, 3, 4, 5 having sum(sold) <> 0),
      sent as (
        select season_id, branch, day, store, offer, sum(units) as units
          from practice.parcel_event where event = 0 group by 1, 2, 3, 4, 5)
      select store, offer, day, sold.units, taken.units, sent.units
        from sold full join taken using (season_id, branch, day, store, offer)
        full join sent using (season_id, branch, day, store, offer)
       where sold.units is distinct from taken.units or sold.units is distinct from sent.units`,
    planted: `update practice.sale set units = units + 1
               where ctid = (select ctid from practice.sale limit 1)`,
  },
  {
    title: "no more units of an order day arrive, are lost or come back than were dispatched",
    breaches: `
      select season_id, store, offer, market, service, ordered_on
        from practice.parcel_event e join practice.day_close c using (season_id, branch, day)
       where c.is_head group by season_id, store, offer, market, service, ordered_on
      having sum(units) filter (where event in (1, 4, 5, 6, 8, 9))
           > coalesce(sum(units) filter (where event = 0), 0)`,
    planted: `update practice.parcel_event set units = 1000
               where ctid = (select ctid from practice.parcel_event where event = 4 limit 1)`,
  },
  {
    title: "no more units of a parcel's end come back, are disputed or charged back than ended",
    breaches: `
      with ended as (
        select season_id, store, offer, market, service, ordered_on, day as ended_on,
               sum(units) as units
          from practice.parcel_event e join practice.day_close c using (season_id, branch, day)
         where c.is_head and e.event in (4, 6) group by 1, 2, 3, 4, 5, 6, 7),
      claimed as (
        select season_id, store, offer, market, service, ordered_on, ended_on,
               sum(units) filter (where event = 0) as opened,
               sum(units) filter (where event <> 0) as settled
          from practice.case_event e join practice.day_close c using (season_id, branch, day)
         where c.is_head group by 1, 2, 3, 4, 5, 6, 7)
      select * from claimed left join ended
       using (season_id, store, offer, market, service, ordered_on, ended_on)
       where opened > coalesce(units, 0) or coalesce(settled, 0) > opened`,
    planted: `insert into practice.case_event
      select season_id, branch, day, 9999, store, offer, market, service, ordered_on, day, 0, 0,
             1000, 0 from practice.parcel_event where event = 4 limit 1`,
  },
  {
    title: "what was accepted is carried out: no close refuses a decision",
    breaches: `select season_id, branch, day, store from practice.notice
                where kind = 5 and store in (select store from practice.store)`,
    planted: `update practice.notice set kind = 5, store = (select max(store) from practice.store)
               where ctid = (select ctid from practice.notice limit 1)`,
  },
];

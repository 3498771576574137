import { account } from "@echelon/kernel/ledger/account.ts";
import { parcelEvent } from "@echelon/kernel/market/parcels/parcel-routes.ts";
import { campaignDays, type TickedDay } from "@echelon/kernel/market/traces/campaign-cost.ts";
import {
  exchangeKinds,
  moneyAccounts,
  moneyDays,
  type PaidPart,
} from "@echelon/kernel/market/traces/paid-money.ts";
import {
  agedDays,
  type AgedDay,
  type ArmDay,
  type ArrivalDay,
  type ChannelDay,
  type HealthDay,
  type PlaceDay,
  type PriceDay,
  type PromotionDay,
  type TalkDay,
  type TracedStore,
  weekDays,
} from "@echelon/kernel/market/traces/trace.ts";
import { sourcingEvents } from "@echelon/kernel/market/state/tables.ts";
import type { World } from "@echelon/kernel/market/world/world.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import { autopilotOn, readAutopilots } from "./autopilot-store.ts";
import { evidenceText, readEvidence } from "./evidence-store.ts";
import { headCloses } from "./result-store.ts";
import type { SeasonRow } from "./season-store.ts";

/** What a supplier says to something that was asked of it. */
const answers = [sourcingEvents.indexOf("granted"), sourcingEvents.indexOf("declined")];

const texts = {
  health: evidenceText({ from: "store_day", what: `t.health_bp as "healthBp"` }),
  places: evidenceText({
    from: "listing_day",
    what: `t.offer, t.market, t.place_milli as "placeMilli"`,
    where: "t.place_milli > 0",
  }),
  campaigns: evidenceText({
    from: "ad_day",
    what: `t.campaign, t.offer, t.clicks, t.ticks::float8 as ticks,
      t.revenue_minor::float8 as "revenueMinor"`,
  }),
  promotions: evidenceText({
    from: "promotion_day",
    what: `t.offer, t.market, t.kinds, t.profit_minor::float8 as "profitMinor",
      t.usual_profit_minor::float8 as "usualProfitMinor"`,
  }),
  arms: evidenceText({
    from: "trial_day",
    what: `t.number, t.visits_a as "visitsA", t.orders_a as "ordersA", t.visits_b as "visitsB",
      t.orders_b as "ordersB"`,
  }),
  channels: evidenceText({
    from: "outreach_day",
    what: `t.market, t.source, t.views, t.visits, t.orders, t.cost_minor::float8 as "costMinor"`,
  }),
  prices: evidenceText({
    from: "price_day",
    what: `t.offer, t.market, t.number, t.profit_minor::float8 as "profitMinor",
      t.usual_profit_minor::float8 as "usualProfitMinor"`,
  }),
  talks: evidenceText({
    from: "sourcing_event",
    what: `t.offer, t.supplier, t.ask, t.value_milli as "chanceMilli"`,
    where: `t.event in (${answers.join(", ")})`,
  }),
} as const;

/** Pools at the ends of weeks in which something can be old, with what came in since it could. */
const agedText = `
  with pools as (
    select t.store, t.day, t.on_hand as "onHand", t.cost_minor::float8 as "costMinor",
      (sum(t.received) over recent)::int as "recentUnits",
      (min(t.day) over (partition by t.store, t.offer, t.pool)) as "sinceDay"
    from practice.stock_day t join practice.day_close c using (season_id, branch, day)
    join practice.store s on s.season_id = t.season_id and s.store = t.store
    where t.season_id = $1 and c.is_head and t.day <= $2
    window recent as (partition by t.store, t.offer, t.pool order by t.day
      range between ${agedDays} preceding and current row)
  )
  select * from pools where day % ${weekDays} = 0 and day > ${agedDays} and "onHand" > 0`;

/** What a store's money did, by day and currency: added up here, for there are many lines. */
const moneyText = `
  select p.store, p.day, p.currency, sum(p.amount_minor)::float8 as "netMinor",
    coalesce(-sum(p.amount_minor) filter (where p.account = ${account.cash}
      and p.amount_minor < 0 and p.kind not in (${exchangeKinds.join(", ")})), 0)::float8
      as "outMinor"
  from practice.posting p join practice.day_close c using (season_id, branch, day)
  join practice.store s on s.season_id = p.season_id and s.store = p.store
  where p.season_id = $1 and c.is_head and p.day <= $2 and p.party = p.store
    and p.account in (${moneyAccounts.join(", ")})
  group by p.store, p.day, p.currency`;

/** A parcel knows the day of its order; what was promised stands with the sale. */
const arrivalsText = `
  with promised as (
    select distinct store, day, offer, market, service, promise_days
    from practice.sale t join practice.day_close c using (season_id, branch, day)
    where t.season_id = $1 and c.is_head and t.day <= $2
  )
  select t.store, t.day, sum(t.units)::int as units,
    coalesce(sum(t.units) filter (where t.day <= t.ordered_on + p.promise_days), 0)::int as "onTime"
  from practice.parcel_event t join practice.day_close c using (season_id, branch, day)
  join practice.store s on s.season_id = t.season_id and s.store = t.store
  join promised p on p.store = t.store and p.day = t.ordered_on and p.offer = t.offer
    and p.market = t.market and p.service = t.service
  where t.season_id = $1 and c.is_head and t.day <= $2 and t.event = ${parcelEvent.delivered}
  group by t.store, t.day order by t.store, t.day`;

type OfStore<Row> = Row & { readonly store: number; readonly day: number };

/** What the traces of every store of people and of programs are read from, up to a closed day. */
export async function readTraced(
  sql: Sql,
  row: SeasonRow,
  world: World,
  day: number,
): Promise<readonly TracedStore[]> {
  const season = row.season_id;
  const stores = await readEvidence(sql, row, world, day);
  const autopilots = await readAutopilots(sql, row);
  const readAll = <Row>(name: string, text: string) =>
    sql.rows<OfStore<Row>>(named(`practice.traces-${name}`, text, [season, day]));
  const read = async <Row>(name: string, text: string) => {
    const rows = await readAll<Row>(name, text);
    // What a bot did in a store of people shows nothing of them.
    const own = rows.filter((one) => autopilotOn(autopilots, one.store, one.day) === null);
    return Map.groupBy(own, ({ store }) => store);
  };
  const closes = await headCloses(sql, season);
  const rates = new Map(closes.map((close) => [close.day, close.rates_e8]));
  const health = await read<HealthDay>("health", texts.health);
  const arrivals = await read<ArrivalDay>("arrivals", arrivalsText);
  const places = await read<PlaceDay>("places", texts.places);
  const ticked = await read<TickedDay>("campaigns", texts.campaigns);
  const promotions = await read<PromotionDay>("promotions", texts.promotions);
  const arms = await read<ArmDay>("arms", texts.arms);
  const channels = await read<ChannelDay>("channels", texts.channels);
  const prices = await read<PriceDay>("prices", texts.prices);
  const talks = await read<TalkDay>("talks", texts.talks);
  // Most seasons end before anything can be that old.
  const aged =
    day > agedDays ? await read<AgedDay>("aged", agedText) : new Map<number, AgedDay[]>();
  // What a store has is what bots did to its money, too.
  const money = Map.groupBy(await readAll<PaidPart>("money", moneyText), ({ store }) => store);
  return stores.map((evidence) => {
    const { store } = evidence;
    return {
      ...evidence,
      health: health.get(store) ?? [],
      arrivals: arrivals.get(store) ?? [],
      places: places.get(store) ?? [],
      campaigns: campaignDays(world, ticked.get(store) ?? [], rates),
      promotions: promotions.get(store) ?? [],
      arms: arms.get(store) ?? [],
      channels: channels.get(store) ?? [],
      prices: prices.get(store) ?? [],
      talks: talks.get(store) ?? [],
      aged: aged.get(store) ?? [],
      money: moneyDays(world, money.get(store) ?? [], rates),
    };
  });
}

import { account } from "@echelon/kernel/ledger/account.ts";
import { documentKind } from "@echelon/kernel/ledger/document-kind.ts";
import type {
  DecidedEntry,
  StoreEvidence,
  VerdictDay,
} from "@echelon/kernel/market/checklist/evidence.ts";
import {
  marginAccounts,
  type SentPart,
  sentOf,
} from "@echelon/kernel/market/checklist/gather-evidence.ts";
import { isStewards } from "@echelon/kernel/market/decisions/log-order.ts";
import { parcelEvent } from "@echelon/kernel/market/parcels/parcel-routes.ts";
import type { World } from "@echelon/kernel/market/world/world.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import { autopilotOn, readAutopilots } from "./autopilot-store.ts";
import { lineage, readBranches, readHeadLog } from "./log-store.ts";
import { headCloses } from "./result-store.ts";
import type { SeasonRow } from "./season-store.ts";

/** What is read of one of the day's tables, of stores of people and of programs. */
type Reading = { readonly from: string; readonly what: string; readonly where?: string };

const readings = {
  days: {
    from: "store_day",
    what: `t.orders, t.ads_minor::float8 as "adsMinor", t.cash_minor::float8 as "cashMinor",
      t.rating_milli as "ratingMilli", t.reviews, t.on_time_bp as "onTimeBp",
      t.listings_live as "listingsLive", t.listings_sold_out as "listingsSoldOut"`,
  },
  delivered: {
    from: "parcel_event",
    what: "t.units",
    where: `t.event = ${parcelEvent.delivered}`,
  },
  questions: { from: "service_day", what: "t.answered, t.late, t.lapsed" },
  ads: { from: "ad_day", what: `t.units, t.revenue_minor::float8 as "revenueMinor"` },
  sold: { from: "listing_day", what: "t.offer, t.market, t.units", where: "t.units > 0" },
  cases: { from: "case_event", what: "t.reason, t.event, t.units" },
  verdicts: {
    from: "trial_day",
    what: `t.number, t.is_right = 1 as "isRight"`,
    where: "t.verdict >= 0",
  },
  outside: { from: "outreach_day", what: "t.market, t.source, t.orders" },
  notices: { from: "notice", what: "t.kind, t.subject, t.market, t.value" },
} as const satisfies Partial<Record<keyof StoreEvidence, Reading>>;

/** Reads rows of the head's days up to $2, of stores of people and of programs. */
export const evidenceText = ({ from, what, where = "true" }: Reading) => `
  select t.store, t.day, ${what}
  from practice.${from} t join practice.day_close c using (season_id, branch, day)
  join practice.store s on s.season_id = t.season_id and s.store = t.store
  where t.season_id = $1 and c.is_head and t.day <= $2 and ${where}`;

/** What was sent out, by listing, day and currency: added up here, for there are many lines. */
const sentText = `
  select p.store, p.day, p.subject as offer, p.market, p.currency,
    (sum(p.amount_minor) filter (where p.account = ${account.revenue}))::float8 as "revenueMinor",
    sum(p.amount_minor)::float8 as "allMinor"
  from practice.posting p join practice.day_close c using (season_id, branch, day)
  join practice.store s on s.season_id = p.season_id and s.store = p.store
  where p.season_id = $1 and c.is_head and p.day <= $2 and p.party = p.store
    and p.kind = ${documentKind.dispatch} and p.account in (${marginAccounts.join(", ")})
  group by p.store, p.day, p.subject, p.market, p.currency`;

type OfStore<Row> = Row & { readonly store: number; readonly day: number };
type Rows<Key extends keyof StoreEvidence> = StoreEvidence[Key] extends readonly (infer Row)[]
  ? OfStore<Row>[]
  : never;

/** What a checklist is judged by, of every store of people and of programs, up to a closed day. */
export async function readEvidence(
  sql: Sql,
  row: SeasonRow,
  world: World,
  day: number,
): Promise<readonly StoreEvidence[]> {
  const season = row.season_id;
  const autopilots = await readAutopilots(sql, row);
  // What a bot did in a store of people is evidence of nobody.
  const own = <Row extends { readonly store: number; readonly day: number }>(
    rows: readonly Row[],
  ) => rows.filter((one) => autopilotOn(autopilots, one.store, one.day) === null);
  const read = async <Key extends keyof typeof readings>(key: Key) => {
    const found = await sql.rows<Rows<Key>[number]>(
      named(`practice.evidence-${key}`, evidenceText(readings[key]), [season, day]),
    );
    return Map.groupBy(own(found), ({ store }) => store) as Map<number, Rows<Key>>;
  };
  const parts = await sql.rows<OfStore<SentPart>>(
    named("practice.evidence-sent", sentText, [season, day]),
  );
  const sent = Map.groupBy(
    own(parts).map((part) => ({ ...part, revenueMinor: part.revenueMinor ?? 0 })),
    ({ store }) => store,
  );
  const closes = await headCloses(sql, season);
  const rates = new Map(closes.map((close) => [close.day, close.rates_e8]));
  const entries = await entriesByStore(sql, row, day);
  const days = await read("days");
  const delivered = await read("delivered");
  const questions = await read("questions");
  const ads = await read("ads");
  const sold = await read("sold");
  const cases = await read("cases");
  const verdicts: ReadonlyMap<number, readonly VerdictDay[]> = await read("verdicts");
  const outside = await read("outside");
  const notices = await read("notices");
  return [...days.keys()].map((store) => ({
    store,
    entries: entries.get(store) ?? [],
    days: days.get(store) ?? [],
    delivered: delivered.get(store) ?? [],
    questions: questions.get(store) ?? [],
    ads: ads.get(store) ?? [],
    sold: sold.get(store) ?? [],
    sent: sentOf(world, sent.get(store) ?? [], rates),
    cases: cases.get(store) ?? [],
    verdicts: verdicts.get(store) ?? [],
    outside: outside.get(store) ?? [],
    notices: notices.get(store) ?? [],
  }));
}

async function entriesByStore(
  sql: Sql,
  { season_id: season, branch }: SeasonRow,
  day: number,
): Promise<ReadonlyMap<number, readonly DecidedEntry[]>> {
  const spans = lineage(await readBranches(sql, season), branch);
  const log = await readHeadLog(sql, season, spans, 1, day);
  const own = log.flatMap((entry) => (isStewards(entry) ? [] : [entry]));
  return Map.groupBy(own, ({ store }) => store) as unknown as Map<number, DecidedEntry[]>;
}

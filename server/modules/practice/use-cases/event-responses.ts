import type { DebriefView } from "@echelon/contract/practice/season.ts";
import { decisionLimits } from "@echelon/kernel/market/decisions/decision-limits.ts";
import type { StatementDecision } from "@echelon/kernel/market/decisions/statement-decision.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { readResponses } from "../store/log-store.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { readStores } from "../store/store-store.ts";

type Responses = DebriefView["story"][number]["responses"];
type Response = Extract<StatementDecision, { kind: "record-response" }>;

const responsesMax = 300;

/** What stores said they do about each event, by its number: the last word of each store. */
export async function eventResponses(
  sql: Sql,
  row: SeasonRow,
): Promise<ReadonlyMap<number, Responses>> {
  const said = await readResponses(sql, row.season_id, row.branch);
  const stores = new Map(
    (await readStores(sql, row.season_id)).map(({ store, name }) => [store, name]),
  );
  const last = new Map<string, (typeof said)[number]>();
  for (const one of said) last.set(`${shockOf(one)}/${one.store}`, one);
  const byShock = Map.groupBy(last.values(), shockOf);
  const told = [...byShock].map(([shock, ones]): [number, Responses] => [
    shock,
    ones
      .toSorted((a, b) => a.day - b.day || a.store - b.store)
      .slice(0, responsesMax)
      .map(({ store, day, decision }) => ({
        store,
        name: stores.get(store) ?? "",
        day,
        plan: (decision as Response).plan.slice(0, decisionLimits.statementCharsMax),
      })),
  ]);
  return new Map(told);
}

const shockOf = ({ decision }: { readonly decision: unknown }) => (decision as Response).shock;

import {
  type DebriefView,
  responseCharsShown,
  responsesShown,
} from "@echelon/contract/practice/season.ts";
import type { StatementDecision } from "@echelon/kernel/market/decisions/statement-decision.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { readResponses } from "../store/log-store.ts";
import { storesOf } from "../store/store-store.ts";
import type { SeasonAccess } from "./find-season.ts";
import { namesFor } from "./name-stores.ts";

type Responses = Pick<DebriefView["story"][number], "responded" | "responses">;
type Response = Extract<StatementDecision, { kind: "record-response" }>;

/** What stores said they do about each event, by its number: the last word of each store. */
export async function eventResponses(
  sql: Sql,
  person: string,
  access: SeasonAccess,
): Promise<ReadonlyMap<number, Responses>> {
  const { season_id: season, branch } = access.row;
  const said = await readResponses(sql, season, branch);
  const own = new Set(
    (await storesOf(sql, person))
      .filter((one) => one.season_id === season)
      .map(({ store }) => store),
  );
  const nameOf = await namesFor(sql, access, (store) => own.has(store));
  const last = new Map<string, (typeof said)[number]>();
  for (const one of said) last.set(`${shockOf(one)}/${one.store}`, one);
  const byShock = Map.groupBy(last.values(), shockOf);
  const told = [...byShock].map(([shock, ones]): [number, Responses] => [
    shock,
    {
      responded: ones.length,
      responses: ones
        .toSorted((a, b) => a.day - b.day || a.store - b.store)
        .slice(0, responsesShown)
        .map(({ store, day, decision }) => ({
          store,
          name: nameOf(store).name,
          day,
          plan: beginning((decision as Response).plan),
        })),
    },
  ]);
  return new Map(told);
}

/** No character is cut in half. */
const beginning = (plan: string) =>
  plan.length <= responseCharsShown
    ? plan
    : `${plan.slice(0, responseCharsShown - 1).replace(/[\uD800-\uDBFF]$/u, "")}…`;

const shockOf = ({ decision }: { readonly decision: unknown }) => (decision as Response).shock;

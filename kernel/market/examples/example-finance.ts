/** A season with banks in which one person's store has money and nothing to sell: for tests. */
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { closeDay, type DayResult } from "../day.ts";
import { contextOf } from "../decisions/decision-context.ts";
import type { LogEntry, StoreDecision } from "../decisions/decision.ts";
import { isStewards } from "../decisions/log-order.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import type { World } from "../world/world.ts";
import { beginnersLog, entriesOf, entry, exampleSeason, ordinaryMemory } from "./example-season.ts";
import type { ExampleOptions } from "./example-world.ts";

/** What one store decides, by season day. */
export type Plan = Readonly<Record<number, readonly StoreDecision[]>>;

export const exampleBank = (options: ExampleOptions = {}, seed = 7) =>
  exampleSeason(
    {
      bots: 0,
      stores: 3,
      visitsPerDay: 200,
      modules: { exchange: true, loans: true },
      ...options,
    },
    seed,
  );

/** The log of a store that enters on day 1 and then follows a plan. */
export function logOf(season: Season, plan: Plan): readonly LogEntry[] {
  const store = firstSeat(season.world);
  const log: LogEntry[] = [entry(season.world, 0, 0)];
  let number = 0;
  for (const [day, decisions] of Object.entries(plan)) {
    log.push(...entriesOf(store, Number(day), decisions, number));
    number += decisions.length;
  }
  return log;
}

/** The beginner's first day, in Germany instead: he is paid in euros. */
export function euroLog(world: World): readonly LogEntry[] {
  return beginnersLog(world).map((one) =>
    isStewards(one) ? one : { ...one, decision: inGermany(one.decision) },
  );
}

function inGermany(decision: StoreDecision): StoreDecision {
  switch (decision.kind) {
    case "set-shipping":
      return { ...decision, market: "de", service: "de-line" };
    case "publish-listing":
      return { ...decision, market: "de" };
    case "open-campaign":
      return { ...decision, markets: ["de"] };
    case "set-bid":
      return { ...decision, matches: decision.matches.map((_, i) => (i === 1 ? 1 : 0)) };
    default:
      return decision;
  }
}

export type Played = { readonly season: Season; readonly results: readonly DayResult[] };

/** Plays a log in a copy of the season, which stays as it was. */
export function play(
  { season, work }: ReturnType<typeof exampleBank>,
  log: readonly LogEntry[],
  days: number,
  ask: (result: DayResult, season: Season) => void = () => undefined,
): Played {
  const own = { ...season, state: copyState(season.state, ordinaryMemory) };
  const results: DayResult[] = [];
  for (let day = 1; day <= days; day++) {
    const entries = log.filter((one) => one.day === day);
    const result = closeDay(own, entries, work, { into: own.state });
    results.push(result);
    ask(result, own);
  }
  return { season: own, results };
}

/** Cash of the store in a currency, by its code. */
export const cashIn = ({ world, state }: Season, code: string) =>
  balanceOf(state, firstSeat(world), account.cash, world.currencies.indexOf(code as "USD"));

/** What it takes to ask the rules about the day that comes next. */
export const tomorrow = (season: Season) => contextOf(season);

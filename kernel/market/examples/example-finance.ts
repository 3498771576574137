/** A season with banks in which one person's store has money and nothing to sell: for tests. */
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { closeDay, type DayResult } from "../day.ts";
import { contextOf } from "../decisions/decision-context.ts";
import type { LogEntry, StoreDecision } from "../decisions/decision.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import { entriesOf, entry, exampleSeason, ordinaryMemory } from "./example-season.ts";
import type { ExampleOptions } from "./example-world.ts";

/** What one store decides, by season day. */
export type Plan = Readonly<Record<number, readonly StoreDecision[]>>;

export const exampleBank = (options: ExampleOptions = {}) =>
  exampleSeason({
    bots: 0,
    stores: 3,
    visitsPerDay: 200,
    modules: { exchange: true, loans: true },
    ...options,
  });

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

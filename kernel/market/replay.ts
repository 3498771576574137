/** A season once more, from its opening and its log. */
import { closeDay, type DayResult } from "./day.ts";
import type { LogEntry } from "./decisions/decision.ts";
import { seasonDayOf, type Season } from "./state/season.ts";
import type { Workspace } from "./state/workspace.ts";

/**
 * Closes day after day with the log's entries. The season given is not changed; each result's state
 * is written over by the next.
 *
 * @param until  last season day to close
 */
export function* replay(
  season: Season,
  log: readonly LogEntry[],
  until: number,
  work: Workspace,
): Generator<DayResult> {
  const byDay = new Map<number, LogEntry[]>();
  for (const entry of log) {
    const known = byDay.get(entry.day);
    if (known === undefined) byDay.set(entry.day, [entry]);
    else known.push(entry);
  }
  let at = season;
  let isOwn = false;
  for (let day = seasonDayOf(season); day <= until; day++) {
    const options = isOwn ? { into: at.state } : {};
    const result = closeDay(at, byDay.get(day) ?? [], work, options);
    yield result;
    at = { ...season, state: result.state };
    isOwn = true;
  }
}

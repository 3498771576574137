/** What a day tells of the season's events. */
import type { LogEntry } from "../decisions/decision.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { seasonDayOf, shocksOfSeason, type Season } from "../state/season.ts";
import { shockKinds } from "../world/shock.ts";
import type { DayReport } from "./report.ts";

/** A response that was recorded leaves a row: which event, and how many days after it began. */
export function noteResponse(
  { world, state, seasonDay }: DecisionContext,
  report: DayReport,
  { store, decision }: Exclude<LogEntry, { readonly store: -1 }>,
): void {
  if (decision.kind !== "record-response") return;
  const shock = shocksOfSeason({ world, state }).find(({ number }) => number === decision.shock);
  if (shock === undefined) return;
  report.notice(store, "shock-responded", shock.number, -1, seasonDay - shock.from);
}

/** Tells everybody which events were announced, began or ended. */
export function announceShocks(season: Season, report: DayReport): void {
  const today = seasonDayOf(season);
  for (const shock of shocksOfSeason(season)) {
    const kind = shockKinds.indexOf(shock.kind);
    if (shock.announcedOn === today) report.notice(-1, "shock-announced", shock.number, -1, kind);
    if (shock.from === today) report.notice(-1, "shock-started", shock.number, -1, kind);
    if (shock.until === today) report.notice(-1, "shock-ended", shock.number, -1, kind);
  }
}

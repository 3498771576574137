import type { TodayView } from "@echelon/contract/practice/today.ts";
import type { Shock } from "@echelon/kernel/market/world/scenario.ts";
import type { Desk } from "./open-desk.ts";

const shownMax = 20;

/**
 * Announced events that have not ended, soonest first: scripted ones of the scenario and those that
 * the steward put in. What is not announced yet stays hidden.
 */
export function comingShocks(desk: Desk): Omit<TodayView["coming"][number], "date">[] {
  const { row, world } = desk;
  const isKnown = (shock: Shock) => shock.from - shock.noticeDays <= row.day;
  const isOver = (shock: Shock) => shock.days > 0 && shock.from + shock.days <= row.day;
  return [...world.source.scenario.shocks, ...desk.injected]
    .filter(
      (shock) => isKnown(shock) && !isOver(shock) && shock.from + Math.max(3, shock.days) > row.day,
    )
    .toSorted((a, b) => a.from - b.from)
    .slice(0, shownMax)
    .map((shock) => ({ day: shock.from, code: shock.kind, headline: shock.headline }));
}

/** Visits of the day by shelf (market.md E1), and what a day leaves in the memory of demand. */
import { civilOf, monthLength, weekday, type Day } from "../../calendar/day.ts";
import { retailEvents } from "../../calendar/retail-events.ts";
import { exp } from "../../number/exp.ts";
import { normal } from "../../random/normal.ts";
import type { Key } from "../../random/philox.ts";
import { address, purpose } from "../../random/purpose.ts";
import type { State } from "../state/state.ts";
import { calendarDayOf, type World } from "../world/world.ts";
import type { Workspace } from "../state/workspace.ts";

/**
 * Writes the mean visits of the day: base × season × weekday × the shelf's demand shock × events.
 *
 * @param visitsBp  factor of each cell by the day's events, basis points
 */
export function openTraffic(
  world: World,
  state: State,
  work: Workspace,
  visitsBp: Int32Array,
): void {
  writeVisits(world, state, work.day[0]!, visitsBp, work.visits);
}

/** The same for an engine day, into a column by shelf. */
export function writeVisits(
  world: World,
  state: State,
  engineDay: number,
  visitsBp: Int32Array,
  into: Float64Array,
): void {
  const { sizes, parameters } = world;
  const day = calendarDayOf(world, engineDay);
  const common = world.weekdayFactors[weekday(day)]! * peakFactor(world, day);
  const sd = parameters["traffic.shockSd"];
  for (let cell = 0; cell < visitsBp.length; cell++) {
    const category = cell % sizes.categories;
    const season = seasonFactor(world.source.categories[category]!.monthsBp, day);
    const factor = (common * season * visitsBp[cell]!) / 10_000;
    for (let query = 0; query < sizes.queries; query++) {
      const shelf = cell * sizes.queries + query;
      // A lognormal factor of mean 1.
      const shock = exp(state.logShock[shelf]! - 0.5 * sd * sd);
      into[shelf] = world.visits[shelf]! * factor * shock;
    }
  }
}

/** Between the middles of two months demand goes straight from one to the other. */
function seasonFactor(monthsBp: readonly number[], day: Day): number {
  const { year, month, dayOfMonth } = civilOf(day);
  const offset = (dayOfMonth - 0.5) / monthLength(year, month) - 0.5;
  const here = monthsBp[month - 1]!;
  const other = monthsBp[(month - 1 + (offset < 0 ? 11 : 1)) % 12]!;
  return (here + (other - here) * Math.abs(offset)) / 10_000;
}

/** The retail peaks that every market of the season shares. */
function peakFactor({ parameters }: World, day: Day): number {
  const events = retailEvents(civilOf(day).year);
  if (day >= events.blackFriday && day <= events.cyberMonday) {
    return parameters["traffic.peak.blackFriday"];
  }
  if (day === events.singlesDay) return parameters["traffic.peak.singlesDay"];
  if (day === events.doubleTwelve) return parameters["traffic.peak.doubleTwelve"];
  return day === events.midYearSale ? parameters["traffic.peak.midYear"] : 1;
}

/**
 * Moves every shelf's demand shock to the day after the one just closed: an autoregression whose
 * spread stays the same, keyed by shelf and day.
 */
export function advanceShocks(world: World, state: State, key: Key): void {
  const { parameters } = world;
  const memory = parameters["traffic.shockMemory"];
  const step = parameters["traffic.shockSd"] * Math.sqrt(1 - memory * memory);
  const next = 4 * (state.day[0]! + 1);
  const at = address(purpose.shelfShock);
  const { logShock } = state;
  for (let shelf = 0; shelf < logShock.length; shelf++) {
    logShock[shelf] = memory * logShock[shelf]! + step * normal(shelf, 0, next, at, key);
  }
}

/** Lets the day's sales into the weighted recent sales by which listings rank (E4). */
export function advanceVelocity(world: World, state: State, work: Workspace): void {
  const keep = world.parameters["velocity.keep"];
  const gain = (1 - keep) * world.parameters["velocity.scale"];
  const { velocity } = state;
  const { soldUnits } = work;
  const listings = state.offerCount[0]! * state.sizes.markets;
  for (let at = 0; at < listings; at++) {
    velocity[at] = keep * velocity[at]! + gain * soldUnits[at]!;
  }
}

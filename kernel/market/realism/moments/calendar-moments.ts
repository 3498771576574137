/** Peaks, weekdays and exchange rates: what the calendar does to demand and to money. */
import { civilOf, dayOf, monthLength, type Day } from "../../../calendar/day.ts";
import { retailEvents } from "../../../calendar/retail-events.ts";
import { advanceRates } from "../../books/currency.ts";
import { openTraffic } from "../../shelf/traffic.ts";
import { newState } from "../../state/state.ts";
import { newWorkspace } from "../../state/workspace.ts";
import type { World } from "../../world/world.ts";
import { counted, type Measured, type Moment } from "../moment.ts";
import type { Subject } from "../subject.ts";

const adobe = "Adobe: Cyber Monday 2.4 to 3 times a November day";
const singles = "11.11 at second hand: 8 to 15 times in China, band 3 to 6 abroad";
const makeArray = (bytes: number) => new ArrayBuffer(bytes);

const november = 11;
const daysAWeek = 7;

/** Mean visits of calendar days, without the shelves' shocks. */
function visitsOn(world: World): (days: readonly Day[]) => number {
  const state = newState(world.sizes, makeArray);
  const work = newWorkspace(world.sizes, makeArray);
  const { markets, categories } = world.sizes;
  const plain = new Int32Array(markets * categories).fill(10_000);
  const visits = (day: Day): number => {
    work.day[0] = day - world.calendar.startsOn + world.source.scenario.burnInDays;
    openTraffic(world, state, work, plain);
    return work.visits.reduce((sum, one) => sum + one, 0);
  };
  return (days) => days.reduce((sum, day) => sum + visits(day), 0) / days.length;
}

const yearOf = (world: World) => civilOf(world.calendar.startsOn).year;

/** Days of November on which nothing happens. */
function plainNovember(world: World): readonly Day[] {
  const year = yearOf(world);
  const { blackFriday, cyberMonday, singlesDay } = retailEvents(year);
  return Array.from({ length: monthLength(year, november) }, (_, i) =>
    dayOf(year, november, i + 1),
  ).filter((day) => day !== singlesDay && (day < blackFriday || day > cyberMonday));
}

const peak =
  (event: "blackFriday" | "cyberMonday" | "singlesDay") =>
  ({ season }: Subject): Measured => {
    const { world } = season;
    const mean = visitsOn(world);
    return counted(mean([retailEvents(yearOf(world))[event]]) / mean(plainNovember(world)));
  };

/** Visits of the busiest day of an ordinary week for one of the quietest. */
function weekdays({ season }: Subject): Measured {
  const { world } = season;
  const mean = visitsOn(world);
  const days = plainNovember(world).slice(0, daysAWeek);
  const visits = days.map((day) => mean([day]));
  return counted(Math.max(...visits) / Math.min(...visits));
}

const tradingDays = 252;
/** Years of rates that are let pass. */
const years = 20;

/** Mean over the currencies of the realised yearly volatility for one that the source names. */
function volatility({ season }: Subject): Measured {
  const { world, seed } = season;
  const state = newState(world.sizes, makeArray);
  const noJumps = new Int32Array(world.currencies.length);
  const squares = new Float64Array(world.currencies.length);
  const days = Math.floor((years * tradingDays * daysAWeek) / 5);
  for (let day = 0; day < days; day++) {
    const before = state.logRate.slice();
    advanceRates(world, state, seed, day, day, noJumps);
    before.forEach((rate, currency) => {
      const step = state.logRate[currency]! - rate;
      squares[currency]! += step * step;
    });
  }
  const ratios = world.source.exchange.flatMap(({ currency, volatilityBp }) => {
    const number = world.currencies.findIndex((code) => code === currency);
    if (number < 0 || number === world.base || volatilityBp === 0) return [];
    return [Math.sqrt(squares[number]! / years) / (volatilityBp / 10_000)];
  });
  return counted(ratios.reduce((sum, one) => sum + one, 0) / ratios.length);
}

const row = (
  name: string,
  [lo, hi]: readonly [number, number],
  source: string,
  measure: Moment["measure"],
): Moment => ({ name, unit: "times", lo, hi, isHard: false, source, verified: false, measure });

export const calendarMoments: readonly Moment[] = [
  row("calendar.blackFriday", [2.5, 3.5], adobe, peak("blackFriday")),
  row("calendar.cyberMonday", [2.5, 3.5], adobe, peak("cyberMonday")),
  row("calendar.singlesDay", [3, 6], singles, peak("singlesDay")),
  row("calendar.weekdays", [1.05, 1.4], "our choice; ends to be verified", weekdays),
  row("calendar.exchange", [0.9, 1.1], "our choice: of the volatility that is named", volatility),
];

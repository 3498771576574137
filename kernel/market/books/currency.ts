/** Exchange rates against the books' currency, and how they move (market.md E14). */
import { exp } from "../../number/exp.ts";
import { log } from "../../number/log.ts";
import { weekday } from "../../calendar/day.ts";
import { normal } from "../../random/normal.ts";
import { poisson } from "../../random/poisson.ts";
import { address, purpose } from "../../random/purpose.ts";
import type { Key } from "../../random/philox.ts";
import { rateOne } from "../../money/convert.ts";
import type { State } from "../state/state.ts";
import type { World } from "../world/world.ts";

const tradingDays = 252;

/** Books' currency for one unit of each currency, 1e-8, at least 1; the books' own is one. */
export function ratesOf(world: World, state: State): Float64Array {
  const rates = new Float64Array(world.currencies.length);
  for (let currency = 0; currency < rates.length; currency++) {
    const start = world.startRateE8[currency]!;
    const moved = Math.floor(start * exp(state.logRate[currency]!) + 0.5);
    rates[currency] = currency === world.base ? rateOne : Math.max(1, moved);
  }
  return rates;
}

/**
 * Moves the rates into a day: on weekdays a normal step without drift in the mean and now and then
 * a jump; on any day the jump of a shock.
 *
 * @param calendarDay  of the day that begins
 * @param shockBp      jump of each currency by today's shocks, basis points
 */
export function advanceRates(
  world: World,
  state: State,
  key: Key,
  engineDay: number,
  calendarDay: number,
  shockBp: Int32Array,
): void {
  const isTrading = weekday(calendarDay) < 5;
  for (let currency = 0; currency < world.currencies.length; currency++) {
    if (currency === world.base) continue;
    const yearly = volatilityOf(world, currency);
    if (isTrading && yearly > 0) {
      state.logRate[currency]! += diffusion(world, yearly, currency, engineDay, key);
      state.logRate[currency]! += jumps(world, yearly, currency, engineDay, key);
    }
    const bp = shockBp[currency]!;
    if (bp !== 0) state.logRate[currency]! += log(Math.max(0.05, 1 + bp / 10_000));
  }
}

/** Yearly standard deviation of a currency's logarithm; 0 where the source names none. */
function volatilityOf(world: World, currency: number): number {
  const row = world.source.exchange.find((one) => one.currency === world.currencies[currency]);
  return (row?.volatilityBp ?? 0) / 10_000;
}

function diffusion(
  world: World,
  yearly: number,
  currency: number,
  engineDay: number,
  key: Key,
): number {
  const daily = world.parameters["exchange.diffusion"] * yearly * Math.sqrt(1 / tradingDays);
  const n = normal(currency, 0, 4 * engineDay, address(purpose.exchange), key);
  return daily * n - 0.5 * daily * daily;
}

function jumps(
  world: World,
  yearly: number,
  currency: number,
  engineDay: number,
  key: Key,
): number {
  const at = address(purpose.exchangeJump);
  const perDay = world.parameters["exchange.jumps"] / tradingDays;
  const count = poisson(perDay, currency, 0, 4 * engineDay, at, key);
  let sum = 0;
  for (let jump = 0; jump < count; jump++) {
    const size = address(purpose.exchangeJump, 64 + jump);
    sum +=
      world.parameters["exchange.jumpSd"] * yearly * normal(currency, 0, 4 * engineDay, size, key);
  }
  return sum;
}

/** The jumps of markets as jumps of their currencies: a currency of several markets jumps once. */
export function jumpsByCurrency(world: World, exchangeBp: Int32Array): Int32Array {
  const byCurrency = new Int32Array(world.currencies.length);
  for (let market = 0; market < exchangeBp.length; market++) {
    const currency = world.currencyOfMarket[market]!;
    if (byCurrency[currency] === 0) byCurrency[currency] = exchangeBp[market]!;
  }
  return byCurrency;
}

/**
 * The price a buyer reckons with (market.md E3): price and fee, tax taken at the sale, and half of
 * what is due at the door. Trade is asked again only when something it depends on has changed.
 */
import { log } from "../../number/log.ts";
import {
  landed,
  newLandedSplit,
  type LandedInput,
  type LandedProgram,
  type LandedSplit,
} from "../../trade/landed-program.ts";
import { tradeOn, type World } from "../world/world.ts";
import { servicesMax } from "../world/world-limits.ts";
import type { Workspace } from "../state/workspace.ts";

/** Programs of one thread, by cell, for the cell's present terms. */
export type PriceDesk = {
  readonly cells: { epoch: number; readonly programs: Map<number, LandedProgram> }[];
  /** Day by which half of the parcels arrive, by market · servicesMax + service. */
  readonly medianDays: Map<number, number>;
  /** Whether a card admits the parcel, by (product · markets + market) · servicesMax + service. */
  readonly isTaken: Map<number, boolean>;
  /** First day of the period that `medianDays` and `isTaken` hold for. */
  cardsFrom: number;
  /** The question at hand. */
  readonly ask: { product: number; market: number; service: number };
  readonly input: LandedInput;
  readonly split: LandedSplit;
};

export function newPriceDesk({ sizes }: World): PriceDesk {
  return {
    cells: Array.from({ length: sizes.markets * sizes.categories }, () => ({
      epoch: 0,
      programs: new Map(),
    })),
    medianDays: new Map(),
    isTaken: new Map(),
    cardsFrom: -1,
    ask: { product: 0, market: 0, service: 0 },
    input: { goodsMinor: 0, freightMinor: 0, quantity: 1, weightG: 1 },
    split: newLandedSplit(),
  };
}

const i32Max = 2_147_483_647;

/**
 * Writes what one unit of the listing in `desk.ask` costs its buyer and its seller, from the
 * columns that say what was seen of it.
 *
 * @param at  row of the listing
 */
export function writeLandedPrice(world: World, work: Workspace, desk: PriceDesk, at: number): void {
  const { ask, input, split } = desk;
  const { parameters } = world;
  const { product } = ask;
  const goods = work.goodsMinor[at]!;
  const fee = work.seenFee[at]!;
  input.goodsMinor = goods;
  input.freightMinor = fee;
  input.weightG = world.source.products[product]!.weightG;
  forgetOldAnswers(world, work, desk);
  const days = medianDaysOf(world, work, desk);
  if (
    days < 0 ||
    !isTaken(world, work, desk) ||
    !landed(programOf(world, work, desk), input, split)
  ) {
    work.logPrice[at] = -Infinity;
    return;
  }
  const { atSaleMinor, atDoorMinor, sellerMinor } = split;
  work.atSaleMinor[at] = Math.min(i32Max, atSaleMinor);
  work.atDoorMinor[at] = Math.min(i32Max, atDoorMinor);
  work.sellerMinor[at] = Math.min(i32Max, sellerMinor);
  const door = parameters["price.door"] * atDoorMinor;
  const shown = goods + fee + atSaleMinor;
  work.landedMinor[at] = Math.min(i32Max, Math.floor(shown + door + 0.5));
  // A price of nothing has no logarithm; a minor unit stands for it.
  const price = goods + parameters["price.fee"] * fee + atSaleMinor + door;
  work.logPrice[at] = log(Math.max(1, price));
  const slowness = days - work.seenPromise[at]!;
  work.checkoutShare[at] = checkoutShare(world, shown, atDoorMinor, slowness);
}

/**
 * The share that survives what the page did not say: tax at the door, and a later delivery (E7).
 */
function checkoutShare(
  { parameters }: World,
  shownMinor: number,
  atDoorMinor: number,
  slownessDays: number,
): number {
  const hidden = (parameters["checkout.hiddenCost"] * atDoorMinor) / Math.max(1, shownMinor);
  const isSlow = slownessDays > parameters["checkout.slowDays"];
  const stay = 1 - Math.min(parameters["checkout.hiddenCostMax"], hidden);
  return isSlow ? stay * (1 - parameters["checkout.slow"]) : stay;
}

/** What cards say holds as long as trade's answers do. */
function forgetOldAnswers(world: World, work: Workspace, desk: PriceDesk): void {
  const { day } = tradeOn(world, work.day[0]!);
  if (desk.cardsFrom === day) return;
  desk.medianDays.clear();
  desk.isTaken.clear();
  desk.cardsFrom = day;
}

/** Whether the service's card admits the parcel. */
function isTaken(world: World, work: Workspace, desk: PriceDesk): boolean {
  const { product, market, service } = desk.ask;
  const key = (product * world.sizes.markets + market) * servicesMax + service;
  const known = desk.isTaken.get(key);
  if (known !== undefined) return known;
  const answers = tradeOn(world, work.day[0]!);
  const is = answers.serviceCost(service, world.marketIds[market]!, product).ok;
  desk.isTaken.set(key, is);
  return is;
}

function programOf(world: World, work: Workspace, desk: PriceDesk): LandedProgram {
  const { product, market, service } = desk.ask;
  const cell = market * work.sizes.categories + world.source.products[product]!.category;
  const kept = desk.cells[cell]!;
  const epoch = work.termsEpoch[cell]!;
  if (kept.epoch !== epoch) {
    kept.programs.clear();
    kept.epoch = epoch;
  }
  const key = product * servicesMax + service;
  let program = kept.programs.get(key);
  if (program === undefined) {
    program = tradeOn(world, work.day[0]!).landedProgram({
      product,
      market: world.marketIds[market]!,
      service,
      amendment: {
        tariffStepBp: work.tariffStepBp[cell]!,
        isReliefRemoved: work.isReliefRemoved[cell] === 1,
      },
    });
    kept.programs.set(key, program);
  }
  return program;
}

/** Day by which half of a service's parcels arrive in the market; -1 where it does not go there. */
function medianDaysOf(world: World, work: Workspace, desk: PriceDesk): number {
  const { market, service } = desk.ask;
  const key = market * servicesMax + service;
  let days = desk.medianDays.get(key);
  if (days === undefined) {
    const answers = tradeOn(world, work.day[0]!);
    const pool = world.isLastMile[service] === 1 ? "warehouse" : "home";
    const quotes = answers.services(world.marketIds[market]!, pool);
    days = quotes.find(({ index }) => index === service)?.transitDays[1] ?? -1;
    desk.medianDays.set(key, days);
  }
  return days;
}

/** The start of a day: what its phases read, laid out for them. On one thread. */
import { offerHash } from "../../random/mix.ts";
import { indexEntries } from "./ad-index.ts";
import type { Engine } from "../state/engine.ts";
import { drawPhases } from "./pacing.ts";
import type { DayEffects } from "../world/shock.ts";
import type { State } from "../state/state.ts";
import { openTraffic } from "./traffic.ts";
import { tradeOn } from "../world/world.ts";
import type { Workspace } from "../state/workspace.ts";
import { storeKind } from "../state/store-kind.ts";

/** The world of the day as events have it. */
export type DayOpening = {
  readonly effects: Pick<DayEffects, "visitsBp" | "tariffStepBp" | "isReliefRemoved">;
  /** Keep pages, impressions and carts of bots as well. */
  readonly reportAll?: boolean;
  /** Stores that cannot pay for clicks; nobody when not said. */
  readonly isBroke?: (store: number) => boolean;
};

/**
 * Opens the day in `state.day`: visits, terms of trade, offers by category, advertising entries.
 * The campaigns' spending starts at 0.
 */
export function openDay(engine: Engine, opening: DayOpening): void {
  const { world, state, work } = engine;
  work.day[0] = state.day[0]!;
  for (let store = 0; store < work.isReported.length; store++) {
    const kind = state.storeKind[store]!;
    work.isReported[store] =
      kind === storeKind.people || (opening.reportAll === true && kind !== storeKind.absent)
        ? 1
        : 0;
  }
  openTerms(engine, opening);
  orderOffers(state, work);
  openTraffic(world, state, work, opening.effects.visitsBp);
  state.tables.campaigns.columns.spentTicks.fill(0);
  indexEntries(engine, opening.isBroke ?? (() => false));
  drawPhases(engine, 0);
  clearResults(state, work);
}

/** Raises the epoch of every cell whose law is not the one seen last. */
function openTerms({ world, work }: Engine, { effects }: DayOpening): void {
  const law = tradeOn(world, work.day[0]!).day;
  for (let cell = 0; cell < work.termsEpoch.length; cell++) {
    const step = effects.tariffStepBp[cell]!;
    const isRemoved = effects.isReliefRemoved[cell]!;
    if (
      work.termsEpoch[cell] !== 0 &&
      work.lawFrom[cell] === law &&
      work.tariffStepBp[cell] === step &&
      work.isReliefRemoved[cell] === isRemoved
    ) {
      continue;
    }
    work.termsEpoch[cell]!++;
    work.lawFrom[cell] = law;
    work.tariffStepBp[cell] = step;
    work.isReliefRemoved[cell] = isRemoved;
  }
}

/** Orders offers by (category, number), unless the order of yesterday still holds. */
function orderOffers(state: State, work: Workspace): void {
  const count = state.offerCount[0]!;
  if (isOrdered(state, work, count)) return;
  // Positions shift: a card that stands at one is of another layout, whoever owned it then.
  work.cardOwner.fill(-1);
  const { categories } = work.sizes;
  const keys = new Float64Array(count);
  for (let row = 0; row < count; row++) keys[row] = state.offerNumber[row]! * 131_072 + row;
  keys.sort();
  work.categoryStart.fill(0);
  for (let row = 0; row < count; row++) work.categoryStart[state.categoryOf[row]! + 1]!++;
  for (let k = 0; k < categories; k++) work.categoryStart[k + 1]! += work.categoryStart[k]!;
  const next = work.categoryStart.slice();
  for (const key of keys) {
    const row = key % 131_072;
    const position = next[state.categoryOf[row]!]!++;
    work.offerAt[position] = row;
    work.positionOf[row] = position;
    work.hashAt[position] = offerHash(state.offerNumber[row]!);
  }
}

function isOrdered(state: State, work: Workspace, count: number): boolean {
  const { categories } = work.sizes;
  if (work.categoryStart[categories] !== count) return false;
  for (let category = 0; category < categories; category++) {
    let before = -1;
    const end = work.categoryStart[category + 1]!;
    for (let position = work.categoryStart[category]!; position < end; position++) {
      const row = work.offerAt[position]!;
      const number = state.offerNumber[row]!;
      if (state.categoryOf[row] !== category || number <= before) return false;
      if (work.hashAt[position] !== offerHash(number)) return false;
      before = number;
    }
  }
  return true;
}

function clearResults(state: State, work: Workspace): void {
  const listings = state.offerCount[0]! * work.sizes.markets;
  const entries = state.tables.adEntries.rows;
  for (const name of ["clicks", "soldOrders", "soldUnits", "lostUnits"] as const) {
    work[name].fill(0, 0, listings);
  }
  for (const name of ["adClicks", "adOrders", "adUnits", "adImpressions", "adTicks"] as const) {
    work[name].fill(0, 0, entries);
  }
  work.lostOrders.fill(0);
  work.isSoldOutOf.fill(0);
}

/**
 * Choice (market.md E7): a mixed nested logit over segments and depth classes. Shoppers of depth d
 * choose among the first n_d slots; a nest of them competes with not buying.
 *
 * P(buy) = S^μ / (A0 + S^μ), S = Σ e^u; P(j | buy) = e^u_j / S. The rate of a slot is the sum over
 * segments and depths of visits × P(j). By Poisson thinning purchases of slots are then independent.
 */
import { exp } from "../number/exp.ts";
import { log } from "../number/log.ts";
import type { Engine } from "./engine.ts";
import { pageStart } from "./page.ts";
import { pageSlots } from "./world-limits.ts";

/** Writes the day's rates of orders and of clicks without order for the page laid out last. */
export function writeRates(engine: Engine, slice: number, shelf: number): void {
  const { world, work } = engine;
  const count = work.slotCount[slice * world.sizes.shelves + shelf]!;
  sumNests(engine, shelf, count);
  weighNests(engine, shelf, count);
  rateSlots(engine, slice, shelf, count);
}

/** Σ e^u over the slots that each depth class reads, by segment. */
function sumNests({ world, work, own }: Engine, shelf: number, count: number): void {
  const { segments } = world.sizes;
  const { depthSlots } = world;
  const { attraction, factRow } = work;
  const { nestSum } = own;
  const first = shelf * pageSlots;
  let slot = 0;
  for (let depth = 0; depth < depthSlots.length; depth++) {
    const into = depth * segments;
    for (let segment = 0; segment < segments; segment++) {
      nestSum[into + segment] = depth === 0 ? 0 : nestSum[into - segments + segment]!;
    }
    const end = Math.min(count, depthSlots[depth]!);
    for (; slot < end; slot++) {
      const row = (first + factRow[first + slot]!) * segments;
      for (let segment = 0; segment < segments; segment++) {
        nestSum[into + segment]! += attraction[row + segment]!;
      }
    }
  }
}

/** Turns each sum into what one e^u in the depth class earns: Σ over the classes that see it. */
function weighNests({ world, state, work, own }: Engine, shelf: number, count: number): void {
  const { segments, queries, categories } = world.sizes;
  const { depthSlots, depthShares, segmentShare, parameters } = world;
  const { nestSum } = own;
  const nest = parameters["choice.nest"];
  const cell = Math.floor(shelf / queries);
  const market = Math.floor(cell / categories);
  const outside = exp(state.logOutside[cell]!);
  const visits = work.visits[shelf]!;
  for (let segment = 0; segment < segments; segment++) {
    const arriving = visits * segmentShare[market * segments + segment]!;
    let earned = 0;
    let each = 0;
    for (let depth = depthSlots.length - 1; depth >= 0; depth--) {
      const at = depth * segments + segment;
      // Classes that read beyond the last slot see the same page: one probability serves them.
      if (depth === depthSlots.length - 1 || depthSlots[depth]! < count) {
        const sum = nestSum[at]!;
        const drawn = sum > 0 ? exp(nest * log(sum)) : 0;
        each = sum > 0 ? drawn / (outside + drawn) / sum : 0;
      }
      earned += arriving * depthShares[depth]! * each;
      nestSum[at] = earned;
    }
  }
}

function rateSlots({ world, work, own }: Engine, slice: number, shelf: number, count: number): void {
  const { segments, shelves, markets, categories, queries } = world.sizes;
  const { depthSlots } = world;
  const { attraction, factRow, clickRate, orderRate, clickOnlyRate } = work;
  const { pageOffer, checkoutShare } = work;
  const { nestSum, examined } = own;
  const market = Math.floor(shelf / (categories * queries));
  const first = shelf * pageSlots;
  const page = pageStart(shelves, slice, shelf);
  const visits = work.visits[shelf]!;
  let depth = 0;
  for (let slot = 0; slot < count; slot++) {
    if (slot >= depthSlots[depth]!) depth++;
    const row = first + factRow[first + slot]!;
    let buying = 0;
    for (let segment = 0; segment < segments; segment++) {
      buying += attraction[row * segments + segment]! * nestSum[depth * segments + segment]!;
    }
    const completed = buying * checkoutShare[pageOffer[page + slot]! * markets + market]!;
    orderRate[first + slot] = completed;
    clickOnlyRate[first + slot] =
      clickRate[row]! * (visits * examined[slot]! - buying) + (buying - completed);
  }
}

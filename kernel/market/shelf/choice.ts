/**
 * Choice (market.md E7): a mixed nested logit over segments and depth classes. Shoppers of depth d
 * choose among the first n_d slots; a nest of them competes with not buying.
 *
 * P(buy) = S^μ / (A0 + S^μ), S = Σ e^u; P(j | buy) = e^u_j / S. The rate of a slot is the sum over
 * segments and depths of visits × P(j). By Poisson thinning purchases of slots are then
 * independent.
 *
 * The eight segments are written out: this is the innermost loop of the day.
 */
import { exp } from "../../number/exp.ts";
import { log } from "../../number/log.ts";
import type { Engine } from "../state/engine.ts";
import { segmentCount } from "../parameters/parameter-lists.ts";
import { pageSlots } from "../world/world-limits.ts";

/** Writes the day's rates of orders and of clicks without order for the page laid out last. */
export function writeRates(engine: Engine, slice: number, shelf: number): void {
  const { world, work } = engine;
  const count = work.slotCount[slice * world.sizes.shelves + shelf]!;
  sumNests(engine, shelf, count);
  weighNests(engine, shelf, count);
  rateSlots(engine, shelf, count);
}

/** Σ e^u over the slots that each depth class reads, by segment. */
function sumNests({ world, work, own }: Engine, shelf: number, count: number): void {
  const { depthSlots } = world;
  const { attraction, factRow } = work;
  const { nestSum } = own;
  const first = shelf * pageSlots;
  let [s0, s1, s2, s3, s4, s5, s6, s7] = [0, 0, 0, 0, 0, 0, 0, 0];
  let slot = 0;
  for (let depth = 0; depth < depthSlots.length; depth++) {
    const end = Math.min(count, depthSlots[depth]!);
    for (; slot < end; slot++) {
      const e = factRow[first + slot]! * segmentCount;
      s0 += attraction[e]!;
      s1 += attraction[e + 1]!;
      s2 += attraction[e + 2]!;
      s3 += attraction[e + 3]!;
      s4 += attraction[e + 4]!;
      s5 += attraction[e + 5]!;
      s6 += attraction[e + 6]!;
      s7 += attraction[e + 7]!;
    }
    const into = depth * segmentCount;
    nestSum[into] = s0;
    nestSum[into + 1] = s1;
    nestSum[into + 2] = s2;
    nestSum[into + 3] = s3;
    nestSum[into + 4] = s4;
    nestSum[into + 5] = s5;
    nestSum[into + 6] = s6;
    nestSum[into + 7] = s7;
  }
}

/** Turns each sum into what one e^u in the depth class earns: Σ over the classes that see it. */
function weighNests(engine: Engine, shelf: number, count: number): void {
  const { world, state, work, own, weights } = engine;
  const { queries, categories } = world.sizes;
  const { depthSlots, depthShares, segmentShare } = world;
  const { nestSum } = own;
  const { nest } = weights;
  const cell = Math.floor(shelf / queries);
  const market = Math.floor(cell / categories);
  const outside = exp(state.logOutside[cell]!);
  const visits = work.visits[shelf]!;
  const deepest = depthSlots.length - 1;
  for (let segment = 0; segment < segmentCount; segment++) {
    const arriving = visits * segmentShare[market * segmentCount + segment]!;
    let earned = 0;
    let each = 0;
    for (let depth = deepest; depth >= 0; depth--) {
      const at = depth * segmentCount + segment;
      // Classes that read beyond the last slot see the same page: one probability serves them.
      if (depth === deepest || depthSlots[depth]! < count) {
        const sum = nestSum[at]!;
        const drawn = sum > 0 ? exp(nest * log(sum)) : 0;
        each = sum > 0 ? drawn / ((outside + drawn) * sum) : 0;
      }
      earned += arriving * depthShares[depth]! * each;
      nestSum[at] = earned;
    }
  }
}

function rateSlots({ world, work, own }: Engine, shelf: number, count: number): void {
  const { depthSlots } = world;
  const { attraction, factRow, clickRate, factCheckout, orderRate, clickOnlyRate } = work;
  const { nestSum, examined } = own;
  const first = shelf * pageSlots;
  const visits = work.visits[shelf]!;
  let slot = 0;
  for (let depth = 0; depth < depthSlots.length; depth++) {
    const w = depth * segmentCount;
    const [w0, w1, w2, w3] = [nestSum[w]!, nestSum[w + 1]!, nestSum[w + 2]!, nestSum[w + 3]!];
    const [w4, w5, w6, w7] = [nestSum[w + 4]!, nestSum[w + 5]!, nestSum[w + 6]!, nestSum[w + 7]!];
    const end = Math.min(count, depthSlots[depth]!);
    for (; slot < end; slot++) {
      const row = factRow[first + slot]!;
      const e = row * segmentCount;
      const buying =
        attraction[e]! * w0 +
        attraction[e + 1]! * w1 +
        attraction[e + 2]! * w2 +
        attraction[e + 3]! * w3 +
        attraction[e + 4]! * w4 +
        attraction[e + 5]! * w5 +
        attraction[e + 6]! * w6 +
        attraction[e + 7]! * w7;
      const completed = buying * factCheckout[row]!;
      orderRate[first + slot] = completed;
      clickOnlyRate[first + slot] =
        clickRate[row]! * (visits * examined[slot]! - buying) + (buying - completed);
    }
  }
}

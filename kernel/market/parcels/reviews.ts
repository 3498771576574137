/** Satisfaction of buyers and the reviews they write (market.md E10). */
import { binomial } from "../../random/binomial.ts";
import { address, purpose } from "../../random/purpose.ts";
import { firstOfBlock, secondOfBlock } from "../../random/uniform.ts";
import { block, philox } from "../../random/philox.ts";
import { addRow, reviewThemes } from "../state/tables.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { DayReport } from "../reports/report.ts";
import type { World } from "../world/world.ts";

/** Units of one listing, ordered and delivered on the same days. */
export type Delivery = {
  readonly row: number;
  readonly market: number;
  readonly service: number;
  readonly orderedOn: number;
  readonly units: number;
  readonly claimMilli: number;
  readonly lateDays: number;
  readonly lot: number;
};

/**
 * The unit word of a delivery's draws. Two deliveries of a listing on one day differ in age, in
 * service or in the price they were sold at.
 */
export const deliveryPlace = (service: number, age: number, market: number, lot: number) =>
  (service * 512 + age) * 64 + market + lot * 33_554_432;

const theme = Object.freeze(
  Object.fromEntries(reviewThemes.map((name, number) => [name, number])) as Record<
    (typeof reviewThemes)[number],
    number
  >,
);

/** Reviews of one delivery at most: their draws share one purpose. */
const candidatesMax = 8000;

/**
 * Draws who reviews a delivery. Probability is proportional to 1 + 1.2 |s|, so that the delighted
 * and the angry speak more: candidates are drawn at the largest probability any of them can have,
 * and each is kept in proportion to his own.
 */
export function drawReviews(context: DecisionContext, delivery: Delivery): void {
  const { state, world, engineDay, key } = context;
  const p = world.parameters;
  const base = baseSatisfaction(context, delivery);
  const extremes = p["review.extremes"];
  const scale = reviewScale(world);
  const largest = Math.abs(base) + p["satisfaction.spread"] + p["satisfaction.defect"];
  const most = Math.min(1, scale * (1 + extremes * largest));
  const number = state.offerNumber[delivery.row]!;
  const age = engineDay - delivery.orderedOn;
  const place = deliveryPlace(delivery.service, age, delivery.market, delivery.lot);
  const day = 4 * engineDay;
  const at = address(purpose.review);
  const drawn = binomial(delivery.units, most, number, place, day, at, key);
  const candidates = Math.min(candidatesMax, drawn);
  for (let candidate = 0; candidate < candidates; candidate++) {
    philox(number, place, day, address(purpose.star, 4 * candidate), key.k0, key.k1);
    const noise = p["satisfaction.spread"] * (firstOfBlock() + secondOfBlock() - 1);
    philox(number, place, day, address(purpose.star, 4 * candidate + 1), key.k0, key.k1);
    const keeps = firstOfBlock();
    const isDefective = secondOfBlock() * 1_000_000 < defectPpm(context, delivery.row);
    const s = base + noise - (isDefective ? p["satisfaction.defect"] : 0);
    if (keeps * most > scale * (1 + extremes * Math.abs(s))) continue;
    philox(number, place, day, address(purpose.reviewDelay, 4 * candidate), key.k0, key.k1);
    writeReview(context, delivery, s, isDefective);
  }
}

/** Share of an offer's units that arrive defective, parts per million. */
export const defectPpm = ({ state, world }: DecisionContext, row: number) =>
  world.source.products[state.skuOf[row]!]!.defectPpm + state.defectShiftPpm[row]!;

/** Satisfaction of a delivery's average buyer with a unit that has no fault. */
export function baseSatisfaction({ state, world }: DecisionContext, delivery: Delivery): number {
  const p = world.parameters;
  const answered = state.answered[state.storeOf[delivery.row]!]!;
  return (
    p["satisfaction.fit"] * state.fit[delivery.row]! +
    p["satisfaction.mean"] -
    (p["satisfaction.claim"] * Math.max(0, delivery.claimMilli)) / 1000 -
    p["satisfaction.lateDay"] * delivery.lateDays +
    p["satisfaction.service"] * answered
  );
}

/** Puts a review on its way; the block drawn last says when it appears and how it is worded. */
function writeReview(
  context: DecisionContext,
  delivery: Delivery,
  satisfaction: number,
  isDefective: boolean,
): void {
  const { state, world, engineDay } = context;
  const least = world.parameters["review.delayLeast"];
  const span = world.parameters["review.delayMost"] - least + 1;
  const delay = least + (block[0]! % span);
  const wording = block[1]! & 0x7fffffff;
  const die = block[2]! & 3;
  const { reviewsDue } = state.tables;
  const at = addRow(reviewsDue);
  const { columns } = reviewsDue;
  columns.dueOn[at] = engineDay + delay;
  columns.offer[at] = delivery.row;
  columns.market[at] = delivery.market;
  columns.orderedOn[at] = delivery.orderedOn;
  columns.stars[at] = starsOf(world, satisfaction);
  columns.lateDays[at] = delivery.lateDays;
  columns.theme[at] = themeOf(delivery, isDefective, die);
  columns.wording[at] = wording;
}

export function starsOf(world: World, s: number): number {
  const p = world.parameters;
  if (s > p["star.five"]) return 5;
  if (s > p["star.four"]) return 4;
  if (s > p["star.three"]) return 3;
  return s > p["star.two"] ? 2 : 1;
}

function themeOf(delivery: Delivery, isDefective: boolean, die: number): number {
  if (isDefective) return theme.quality;
  if (delivery.lateDays > 3) return theme.delivery;
  if (delivery.claimMilli > 300) return theme.described;
  return die === 0 ? theme.value : die === 1 ? theme.packaging : theme.quality;
}

/** Publishes the reviews that are due. */
export function publishReviews(context: DecisionContext, report: DayReport): void {
  const { state, world, engineDay } = context;
  const { reviewsDue } = state.tables;
  const { columns } = reviewsDue;
  let kept = 0;
  for (let at = 0; at < reviewsDue.rows; at++) {
    if (columns.dueOn[at]! > engineDay) {
      if (kept !== at) for (const column of Object.values(columns)) column[kept] = column[at]!;
      kept++;
      continue;
    }
    const row = columns.offer[at]!;
    const store = state.storeOf[row]!;
    const stars = columns.stars[at]!;
    state.reviewCount[row]!++;
    state.starSum[row]! += stars;
    state.starSquareSum[row]! += stars * stars;
    state.storeStars[store]! += stars;
    state.storeReviews[store]!++;
    state.storeExpectedStarsMilli[store]! += 1000 * expectedStars(world, state.fit[row]!);
    report.review(
      row,
      columns.market[at]!,
      columns.orderedOn[at]!,
      stars,
      columns.lateDays[at]!,
      columns.theme[at]!,
      columns.wording[at]!,
    );
  }
  reviewsDue.rows = kept;
}

/** What a product's latent fit alone predicts: a plain honest parcel in time. */
type Expectation = { readonly scale: number; readonly stars: Float64Array };

const gridSteps = 120;
const fitLow = -3;
const fitStep = 0.1;
const fitPoints = 61;
const expectations = new WeakMap<World, Expectation>();

function expectationOf(world: World): Expectation {
  const known = expectations.get(world);
  if (known !== undefined) return known;
  const p = world.parameters;
  const meanBase = p["satisfaction.mean"] + p["satisfaction.fit"] * p["fit.mean"];
  const scale = p["review.share"] / weighted(world, meanBase).weight;
  const stars = Float64Array.from({ length: fitPoints }, (_, i) => {
    const base = p["satisfaction.mean"] + p["satisfaction.fit"] * (fitLow + fitStep * i);
    return weighted(world, base).stars;
  });
  const made = { scale, stars };
  expectations.set(world, made);
  return made;
}

/** Mean of 1 + 1.2 |s| and of the stars so weighted, over the triangular spread around a base. */
function weighted(world: World, base: number): { readonly weight: number; readonly stars: number } {
  const p = world.parameters;
  let weight = 0;
  let stars = 0;
  for (let i = 0; i < gridSteps; i++) {
    const x = (2 * (i + 0.5)) / gridSteps - 1;
    const density = (2 * (1 - Math.abs(x))) / gridSteps;
    const s = base + p["satisfaction.spread"] * x;
    const share = density * (1 + p["review.extremes"] * Math.abs(s));
    weight += share;
    stars += share * starsOf(world, s);
  }
  return { weight, stars: stars / weight };
}

/**
 * Probability of a review per unit of its weight, so that the planned share of units is reviewed.
 */
function reviewScale(world: World): number {
  return expectationOf(world).scale;
}

/** Stars that a product of this latent fit gets on average, by interpolation. */
export function expectedStars(world: World, fit: number): number {
  const { stars } = expectationOf(world);
  const at = Math.min(fitPoints - 1.000001, Math.max(0, (fit - fitLow) / fitStep));
  const low = Math.floor(at);
  return stars[low]! + (at - low) * (stars[low + 1]! - stars[low]!);
}

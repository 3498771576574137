/**
 * Who comes back after a parcel met its end (market.md E10). Counts are drawn for all units of a
 * cohort at once by conditional binomials: of those delivered some send the goods back, of the rest
 * some dispute, of the rest some charge back; what is left is kept. So every unit is in one of
 * these, and in one only.
 */
import { exp } from "../../number/exp.ts";
import { binomial } from "../../random/binomial.ts";
import { address, purpose, retriesMax } from "../../random/purpose.ts";
import { uniformBelow } from "../../random/uniform.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { baseSatisfaction, defectPpm, deliveryPlace, type Delivery } from "../parcels/reviews.ts";
import { addCase, type EndedUnits } from "./case-table.ts";
import { reason, returnAnswers } from "./case-kinds.ts";
import { returnFactor } from "./terms.ts";

export type Ended = Delivery & EndedUnits;

/** What a day's draws have in common; null in a season without returns. */
export type CaseLaw = { readonly spreadFactor: number; readonly defectFactor: number };

export function caseLaw({ world }: DecisionContext): CaseLaw | null {
  if (!world.source.scenario.modules.returns) return null;
  const p = world.parameters;
  const weight = p["return.satisfaction"];
  return {
    spreadFactor: meanOfSpread(weight * p["satisfaction.spread"]),
    defectFactor: exp(weight * p["satisfaction.defect"]),
  };
}

/** E(e^(-a (u1 + u2 - 1))) of two uniforms: one buyer's taste, averaged over buyers. */
export function meanOfSpread(a: number): number {
  if (a === 0) return 1;
  const side = (exp(a / 2) - exp(-a / 2)) / a;
  return side * side;
}

/** Of the units returned, the shares of each reason; they sum to 1. */
export type ReturnShares = {
  /** Of units delivered. */
  readonly rate: number;
  readonly defective: number;
  /** Of those that are not defective. */
  readonly described: number;
  /** Of those that are neither. */
  readonly late: number;
};

/** How many of a delivery come back, and why (E10): base × way × e^(-.4 s), at most .6. */
export function returnShares(
  context: DecisionContext,
  law: CaseLaw,
  delivery: Delivery,
): ReturnShares {
  const { state, world } = context;
  const p = world.parameters;
  const weight = p["return.satisfaction"];
  const defects = defectPpm(context, delivery.row) / 1_000_000;
  const faulty = defects * law.defectFactor;
  // Who was promised more sends back more often than who is merely less pleased.
  const promised = (p["return.claim"] * Math.max(0, delivery.claimMilli)) / 1000;
  const mood = exp(promised - weight * baseSatisfaction(context, delivery)) * law.spreadFactor;
  const { returnClass = "other" } = world.source.categories[state.categoryOf[delivery.row]!]!;
  const way = world.isLastMile[delivery.service] === 1 ? 1 : p["return.direct"];
  const isKept =
    state.returnPolicy[state.storeOf[delivery.row]!] === returnAnswers.indexOf("leave");
  const lift = isKept ? 1 + p["return.leaveLift"] : 1;
  const store = state.storeOf[delivery.row]!;
  const sound = (1 - defects) * returnFactor(world, state, store, delivery.market);
  const rate = p[`return.base.${returnClass}`] * way * mood * (sound + faulty) * lift;
  // What a claim or a late day added to the exponent is the share that names it as the reason.
  const claim = (p["satisfaction.claim"] * Math.max(0, delivery.claimMilli)) / 1000;
  const late = p["satisfaction.lateDay"] * delivery.lateDays;
  return {
    rate: Math.min(p["return.most"], rate),
    defective: faulty / (sound + faulty),
    described: 1 - exp(0 - promised - weight * claim),
    late: 1 - exp(-weight * late),
  };
}

/** The address of a cohort's draws. */
const placeOf = ({ service, market, endedOn, orderedOn, lot }: Ended) =>
  deliveryPlace(service, endedOn - orderedOn, market, lot);

function draw(
  { state, key }: DecisionContext,
  of: Ended,
  drawPurpose: number,
  index: number,
  trials: number,
  share: number,
): number {
  const at = address(drawPurpose, index * retriesMax);
  const offer = state.offerNumber[of.row]!;
  return binomial(trials, share, offer, placeOf(of), 4 * of.endedOn, at, key);
}

/** Draws what becomes of delivered units; all others are kept. */
export function drawDelivered(context: DecisionContext, law: CaseLaw, of: Ended): void {
  const p = context.world.parameters;
  const shares = returnShares(context, law, of);
  const back = draw(context, of, purpose.return, 0, of.units, shares.rate);
  if (back > 0) writeReturns(context, of, back, shares);
  const left = of.units - back;
  const isLate = of.lateDays > p["dispute.lateDays"];
  const calm = patience(context, of.row);
  // Who got less than was promised disputes the quality, whether or not the store answers.
  const claimed = (p["dispute.claim"] * Math.max(0, of.claimMilli)) / 1000;
  const base = p["dispute.base"] * calm + claimed;
  const late = isLate ? p["dispute.late"] * calm : 0;
  const disputed = draw(context, of, purpose.dispute, 0, left, Math.min(1, base + late));
  if (disputed > 0) {
    const ofLate = draw(context, of, purpose.dispute, 1, disputed, late / (base + late));
    write(context, of, ofLate, reason["dispute-late"]);
    write(context, of, disputed - ofLate, reason["dispute-quality"]);
  }
  const charged = draw(context, of, purpose.chargeback, 0, left - disputed, p["chargeback.base"]);
  write(context, of, charged, reason.chargeback);
}

/**
 * Draws how many buyers of lost parcels open a dispute and returns their number; the platform pays
 * the others back by itself.
 */
export function drawLost(context: DecisionContext, of: Ended): number {
  const { state, world, engineDay } = context;
  const p = world.parameters;
  const share = (p["dispute.base"] + p["dispute.lost"]) * patience(context, of.row);
  const disputed = draw(context, of, purpose.dispute, 2, of.units, Math.min(1, share));
  if (disputed > 0) {
    const dueOn = engineDay + p["dispute.answerDays"];
    addCase(state, of, disputed, reason["dispute-lost"], engineDay, dueOn);
  }
  return disputed;
}

/** A store that answers its buyers hears of half the disputes. */
function patience({ state, world }: DecisionContext, row: number): number {
  const answered = Math.max(0, state.answered[state.storeOf[row]!]!);
  return 1 - world.parameters["dispute.answered"] * answered;
}

function writeReturns(context: DecisionContext, of: Ended, back: number, shares: ReturnShares) {
  const defective = draw(context, of, purpose.return, 1, back, shares.defective);
  const sound = back - defective;
  const described = draw(context, of, purpose.return, 2, sound, shares.described);
  const late = draw(context, of, purpose.return, 3, sound - described, shares.late);
  write(context, of, defective, reason["return-defective"]);
  write(context, of, described, reason["return-described"]);
  write(context, of, late, reason["return-late"]);
  write(context, of, sound - described - late, reason["return-mind"]);
}

/** Writes a case that the store hears of some days after the delivery. */
function write(context: DecisionContext, of: Ended, units: number, why: number): void {
  if (units === 0) return;
  const { state, world, key } = context;
  const p = world.parameters;
  const isReturn = why < reason["dispute-lost"];
  const least = p[isReturn ? "return.delayLeast" : "dispute.delayLeast"];
  const most = p[isReturn ? "return.delayMost" : "dispute.delayMost"];
  const offer = state.offerNumber[of.row]!;
  const at = address(purpose.return, 4096 + why * retriesMax);
  const span = Math.max(1, most - least + 1);
  const opensOn =
    of.endedOn + least + uniformBelow(span, offer, placeOf(of), 4 * of.endedOn, at, key);
  const answerDays = p[isReturn ? "return.answerDays" : "dispute.answerDays"];
  addCase(state, of, units, why, opensOn, opensOn + answerDays);
}

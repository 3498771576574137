/**
 * Panels that are asked a question (practice.md 4.2): so many people of a segment in a market, each
 * answering for himself. What they answer is what the shoppers of the season like in truth, or what
 * the day shows, with the error of so small a number and no other.
 */
import { exp } from "../../number/exp.ts";
import { binomial } from "../../random/binomial.ts";
import { multinomial } from "../../random/multinomial.ts";
import { address, purpose, retriesMax } from "../../random/purpose.ts";
import { segmentCount } from "../parameters/parameter-lists.ts";
import type { Engine } from "../state/engine.ts";
import { storeKind } from "../state/store-kind.ts";
import { shareOf, type Estimate } from "./estimate.ts";
import { buyersAt, motiveWeights, partsOf, shownOffers } from "./motives.ts";
import { comparedBy, panelMotives, panelQuestions } from "./panel-questions.ts";

export type PanelAsk = {
  /** Who asks. */
  readonly store: number;
  readonly market: number;
  readonly category: number;
  /** -1 asks of every segment as many as there are of it. */
  readonly segment: number;
  readonly question: number;
  readonly sample: number;
  /** The price of `would-pay` in minor units of the market, the place in `comparedBy`; else 0. */
  readonly detail: number;
};

export type PanelLine = {
  /** A motive, 1 for "yes", or the number of a store. */
  readonly answer: number;
  readonly said: number;
  /** Of all asked, basis points. */
  readonly share: Estimate;
};

/** Stores that are told of those who came to mind, beside the own one. */
const namesTold = 9;

/** Room of each question among the indices of a panel's draws. */
const questionRoom = 4096;
const drawAt = (question: number, place: number) =>
  address(purpose.panelAnswer, question * questionRoom + place * retriesMax);

/**
 * What a panel answers; no lines where there is nothing to answer about: nobody shown, nobody who
 * buys, no listing of the own store or no rival beside it.
 *
 * @param engine  after the day's first slice
 */
export function askPanel(engine: Engine, ask: PanelAsk): readonly PanelLine[] {
  switch (panelQuestions[ask.question]!) {
    case "matters":
      return askMotives(engine, ask);
    case "would-pay":
      return askPrice(engine, ask);
    case "compare":
      return askBetter(engine, ask);
    case "names":
      return askNames(engine, ask);
  }
}

const cellOf = ({ world }: Engine, { market, category }: PanelAsk) =>
  market * world.sizes.categories + category;
const dayWord = ({ state }: Engine) => 4 * state.day[0]!;

/** Who is asked: each segment with its part of the panel. */
export function askedSegments({ world }: Engine, { market, segment }: PanelAsk) {
  const all = Array.from({ length: segmentCount }, (_, one) => ({
    segment: one,
    share: world.segmentShare[market * segmentCount + one]!,
  }));
  return segment < 0 ? all : [{ segment, share: 1 }];
}

/** The share of people by what matters most to them, in the order of `panelMotives`. */
export function motiveShares(engine: Engine, ask: PanelAsk): Float64Array {
  const shares = new Float64Array(panelMotives.length);
  for (const { segment, share } of askedSegments(engine, ask)) {
    const weights = motiveWeights(engine, cellOf(engine, ask), segment);
    const all = weights.reduce((sum, one) => sum + one, 0);
    if (all > 0) weights.forEach((one, motive) => (shares[motive]! += (share * one) / all));
  }
  return shares;
}

function askMotives(engine: Engine, ask: PanelAsk): readonly PanelLine[] {
  const shares = motiveShares(engine, ask);
  if (shares.every((share) => share === 0)) return [];
  const said = new Int32Array(panelMotives.length);
  const { store, sample } = ask;
  const at = drawAt(ask.question, (ask.segment + 1) * panelMotives.length);
  const cell = cellOf(engine, ask);
  multinomial(sample, shares, said, store, cell, dayWord(engine), at, engine.key);
  return Array.from(said, (count, motive) => lineOf(motive, count, sample));
}

/** Of who buys at the prices shown, the part that would at this price for everything too. */
export function payingShare(engine: Engine, ask: PanelAsk): number | null {
  let [buying, paying] = [0, 0];
  for (const { segment, share } of askedSegments(engine, ask)) {
    const { shown, at } = buyersAt(engine, cellOf(engine, ask), segment, ask.detail);
    buying += share * shown;
    paying += share * Math.min(shown, at);
  }
  return buying > 0 ? paying / buying : null;
}

function askPrice(engine: Engine, ask: PanelAsk): readonly PanelLine[] {
  const share = payingShare(engine, ask);
  if (share === null) return [];
  const yes = count(engine, ask, ask.segment + 1, share);
  return [lineOf(1, yes, ask.sample)];
}

/** The own listing and the rival's that sell most here; undefined where one is missing. */
export function comparedOffers(engine: Engine, ask: PanelAsk) {
  const { state } = engine;
  const best = { own: -1, rival: -1 };
  const orders = shownOffers(engine, cellOf(engine, ask));
  for (const [offer, rate] of orders) {
    const side = state.storeOf[offer] === ask.store ? "own" : "rival";
    const before = best[side];
    const isBetter =
      before < 0 ||
      rate > orders.get(before)! ||
      (rate === orders.get(before) && state.offerNumber[offer]! < state.offerNumber[before]!);
    if (isBetter) best[side] = offer;
  }
  return best.own < 0 || best.rival < 0 ? undefined : best;
}

/** The part of people who take the own listing, were the one thing all that tells it apart. */
export function preferringShare(
  engine: Engine,
  ask: PanelAsk,
  { own, rival }: { readonly own: number; readonly rival: number },
): number {
  const by = comparedBy[ask.detail]!;
  const cell = cellOf(engine, ask);
  return askedSegments(engine, ask).reduce((sum, { segment, share }) => {
    const ahead =
      partsOf(engine, own, cell, segment)[by] - partsOf(engine, rival, cell, segment)[by];
    return sum + share / (1 + exp(0 - ahead));
  }, 0);
}

function askBetter(engine: Engine, ask: PanelAsk): readonly PanelLine[] {
  const compared = comparedOffers(engine, ask);
  if (compared === undefined) return [];
  const share = preferringShare(engine, ask, compared);
  const place = (ask.segment + 1) * comparedBy.length + ask.detail;
  const own = count(engine, ask, place, share);
  const rival = engine.state.storeOf[compared.rival]!;
  return [lineOf(ask.store, own, ask.sample), lineOf(rival, ask.sample - own, ask.sample)];
}

/** Everybody names what stores he thinks of; each store is known to a share of the market (E19). */
function askNames(engine: Engine, ask: PanelAsk): readonly PanelLine[] {
  const { state, key } = engine;
  const { stores, markets } = state.sizes;
  const at = address(purpose.panelName, (ask.segment + 1) * retriesMax);
  const lines: PanelLine[] = [];
  for (let store = 0; store < stores; store++) {
    if (state.storeKind[store] === storeKind.absent) continue;
    const known = state.awareness[store * markets + ask.market]!;
    const place = store * 64 + ask.market;
    const named = binomial(ask.sample, known, ask.store, place, dayWord(engine), at, key);
    if (named > 0 || store === ask.store) lines.push(lineOf(store, named, ask.sample));
  }
  const own = lines.filter(({ answer }) => answer === ask.store);
  const others = lines
    .filter(({ answer }) => answer !== ask.store)
    .sort((a, b) => b.said - a.said || a.answer - b.answer);
  return [...own, ...others.slice(0, namesTold)];
}

function count(engine: Engine, ask: PanelAsk, place: number, share: number): number {
  const at = drawAt(ask.question, place);
  const cell = cellOf(engine, ask);
  return binomial(ask.sample, share, ask.store, cell, dayWord(engine), at, engine.key);
}

const lineOf = (answer: number, said: number, sample: number): PanelLine => ({
  answer,
  said,
  share: shareOf(said, sample),
});

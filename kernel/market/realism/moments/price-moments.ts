/** How sales answer to prices (market.md section 13, first five rows). */
import { log } from "../../../number/log.ts";
import type { Override } from "../../shelf/expected-rates.ts";
import type { State } from "../../state/state.ts";
import { counted, type Measured, type Moment } from "../moment.ts";
import { ordersOf } from "../first-page.ts";
import type { Takings } from "../laboratory.ts";
import type { Subject } from "../subject.ts";
import { dealSets, logRatio, meanOf, sumOver } from "../treated-sets.ts";

const bijmolt = "Bijmolt, van Heerde, Pieters 2005: mean own-price elasticity -2.62";

/** Listings asked one by one, spread over all that are shown. */
const asked = 1500;
/** Orders a day below which a listing's rate is too small to speak of. */
const leastRate = 0.02;
/** A price rise small enough to be a derivative and large enough for whole minor units. */
const raise = 0.01;

const raised = (priceMinor: number) => priceMinor + Math.max(1, Math.floor(priceMinor * raise));

/** Own-price elasticities of listings on the first pages: sorted. */
function ownElasticities({ firstPage }: Subject): Float64Array {
  const { engine, rates, under } = firstPage();
  const { queries, categories, markets } = engine.world.sizes;
  const found: number[] = [];
  const step = Math.max(1, Math.floor(rates.rows / asked));
  for (let row = 0; row < rates.rows; row += step) {
    const offer = rates.offer[row]!;
    const cell = Math.floor(rates.shelf[row]! / queries);
    const index = offer * markets + Math.floor(cell / categories);
    const shelves = Array.from({ length: queries }, (_, query) => cell * queries + query);
    const before = ordersOf(under(shelves, []), offer);
    if (before < leastRate) continue;
    const priceMinor = engine.state.priceMinor[index]!;
    const value = raised(priceMinor);
    const after = ordersOf(under(shelves, [{ column: "priceMinor", index, value }]), offer);
    found.push(log(after / before) / log(value / priceMinor));
  }
  return Float64Array.from(found).sort();
}

const known = new WeakMap<Subject, Float64Array>();

function elasticitiesOf(subject: Subject): Float64Array {
  const found = known.get(subject) ?? ownElasticities(subject);
  known.set(subject, found);
  return found;
}

function quantile(subject: Subject, share: number): Measured {
  const sorted = elasticitiesOf(subject);
  return counted(sorted[Math.floor(share * (sorted.length - 1))]!);
}

function shortRun(subject: Subject): Measured {
  const all = elasticitiesOf(subject);
  return counted(all.reduce((sum, one) => sum + one, 0) / all.length);
}

/** All prices of the market rise by the same part. */
function wholeMarket({ firstPage }: Subject): Measured {
  const { engine, rates, under } = firstPage();
  const { state, world } = engine;
  const overrides: Override[] = [];
  const listings = state.offerCount[0]! * world.sizes.markets;
  let logs = 0;
  for (let index = 0; index < listings; index++) {
    if (state.listing[index] !== 1) continue;
    const value = raised(state.priceMinor[index]!);
    logs += log(value / state.priceMinor[index]!);
    overrides.push({ column: "priceMinor", index, value });
  }
  const shelves = Array.from({ length: world.sizes.shelves }, (_, shelf) => shelf);
  const after = ordersOf(under(shelves, overrides));
  return counted(log(after / ordersOf(rates)) / (logs / overrides.length));
}

/** Days until ranking has answered to what the first day sold. */
const trialDays = 14;
const deal = 1;

const trials = new WeakMap<Subject, Map<number, readonly Trial[]>>();
type Trial = { readonly set: readonly number[]; readonly takings: Takings };

/** A twentieth of the offers at a time asks another price. */
function priceTrials(subject: Subject, factor: number): readonly Trial[] {
  const ofSubject = trials.get(subject) ?? new Map<number, readonly Trial[]>();
  trials.set(subject, ofSubject);
  const done = ofSubject.get(factor);
  if (done !== undefined) return done;
  const { season, trial } = subject.laboratory();
  const sets = dealSets(season.state.offerCount[0]!, 20, deal, season.seed);
  const made = sets.map((set) => ({
    set,
    takings: trial(trialDays, (state) => set.forEach((row) => reprice(state, row, factor))),
  }));
  ofSubject.set(factor, made);
  return made;
}

function reprice({ sizes, priceMinor }: State, row: number, factor: number): void {
  for (let market = 0; market < sizes.markets; market++) {
    const at = row * sizes.markets + market;
    priceMinor[at] = Math.max(1, Math.floor(priceMinor[at]! * factor + 0.5));
  }
}

const ranked =
  (factor: number, column: "units" | "unitsOfFirstDay") =>
  (subject: Subject): Measured => {
    const before = subject.laboratory().untreated(trialDays)[column];
    return meanOf(
      priceTrials(subject, factor).map(
        ({ set, takings }) =>
          logRatio(sumOver(takings[column], set), sumOver(before, set)) / log(factor),
      ),
    );
  };

const row = (
  name: string,
  [lo, hi]: readonly [number, number],
  isHard: boolean,
  measure: Moment["measure"],
): Moment => ({ name, unit: "", lo, hi, isHard, source: bijmolt, verified: false, measure });

export const priceMoments: readonly Moment[] = [
  row("price.elasticity", [-3.2, -2], true, shortRun),
  row("price.elasticity.p10", [-4.5, -1.2], false, (subject) => quantile(subject, 0.1)),
  row("price.elasticity.p90", [-4.5, -1.2], false, (subject) => quantile(subject, 0.9)),
  row("price.firstDay.up", [-4, -2], true, ranked(1.1, "unitsOfFirstDay")),
  row("price.firstDay.down", [-4, -2], true, ranked(0.9, "unitsOfFirstDay")),
  row("price.twoWeeks.up", [-4, -2.3], false, ranked(1.1, "units")),
  row("price.twoWeeks.down", [-4, -2.3], false, ranked(0.9, "units")),
  row("price.wholeMarket", [-2, -0.8], false, wholeMarket),
];

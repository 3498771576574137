/**
 * What can be known of goods before they are sold: a panel tries a sample, and units are looked at
 * one by one. Both see the truth through a few draws, so what they say has an error.
 */
import { ofDollars } from "../books/dollars.ts";
import { binomial } from "../../random/binomial.ts";
import { address, purpose } from "../../random/purpose.ts";
import { firstOfBlock, secondOfBlock } from "../../random/uniform.ts";
import { philox } from "../../random/philox.ts";
import { ladderCost } from "../books/economics.ts";
import { postInspection, postSample } from "../books/sourcing-journals.ts";
import { offerRow, type DecisionContext } from "../decisions/decision-context.ts";
import { starsOf } from "../parcels/reviews.ts";
import type { DayReport } from "../reports/report.ts";
import { supplierOf } from "../world/lookups.ts";
import type { World } from "../world/world.ts";
import { fitOrdered } from "./product-tiers.ts";
import { relationFor } from "./relation.ts";
import { suppliersOf } from "./suppliers.ts";

/** What a sample costs: single units are dear, and a courier brings them. */
export function sampleCost(context: DecisionContext, product: number, supplier: number): number {
  const { world } = context;
  const p = world.parameters;
  const terms = suppliersOf(context, product)[supplier]!;
  const units = ladderCost(context, product, { ...terms, moq: unitsNever }, p["sample.units"]);
  return Math.floor(units * p["sample.price"] + 0.5) + ofDollars(context, p["sample.courierUsd"]);
}

/** A lot that nobody reaches: no break applies to a sample. */
const unitsNever = 1_000_000;

export function orderSample(
  context: DecisionContext,
  store: number,
  row: number,
  supplier: number,
): void {
  const { state, world, book } = context;
  const product = state.skuOf[row]!;
  const cost = sampleCost(context, product, supplier);
  const party = supplierOf(world, product, supplier);
  postSample(book, store, state.offerNumber[row]!, party, cost);
  const at = relationFor(state, store, product, supplier);
  state.tables.relations.columns.isSampled[at] = 1;
}

/** Panels say what they found in today's samples. */
export function tellSamples(context: DecisionContext, report: DayReport): void {
  const { state, world, key, engineDay } = context;
  const { columns, rows } = state.tables.relations;
  const units = world.parameters["sample.units"];
  for (let at = 0; at < rows; at++) {
    if (columns.isSampled[at] === 0) continue;
    columns.isSampled[at] = 0;
    const store = columns.store[at]!;
    const product = columns.product[at]!;
    const supplier = columns.supplier[at]!;
    const row = offerRow(context, store, world.source.products[product]!.sku);
    if (row < 0) continue;
    const { defectPpm } = suppliersOf(context, product)[supplier]!;
    const offer = state.offerNumber[row]!;
    const place = address(purpose.sampleDefects);
    const day = 4 * engineDay;
    const found = binomial(units, defectPpm / 1_000_000, offer, supplier, day, place, key);
    columns.looked[at]! += units;
    columns.found[at]! += found;
    const panel = tryOut(context, row, supplier, defectPpm);
    report.sourcing({
      kind: "sampled",
      row,
      supplier,
      units,
      amountMinor: sampleCost(context, product, supplier),
      looked: units,
      found,
      ...panel,
    });
    report.notice(store, "sample-tried", offer, -1, panel.valueMilli / 1000);
  }
}

/** Mean stars of a panel and their standard error, thousandths. */
function tryOut(
  context: DecisionContext,
  row: number,
  supplier: number,
  defectPpm: number,
): { readonly valueMilli: number; readonly errorMilli: number } {
  const { state, world, key, engineDay } = context;
  const p = world.parameters;
  const testers = p["sample.panel"];
  const base = p["satisfaction.mean"] + p["satisfaction.fit"] * fitOrdered(context, row);
  const offer = state.offerNumber[row]!;
  let sum = 0;
  let squares = 0;
  for (let tester = 0; tester < testers; tester++) {
    const day = 4 * engineDay;
    philox(offer, supplier, day, address(purpose.panel, 2 * tester), key.k0, key.k1);
    const noise = p["satisfaction.spread"] * (firstOfBlock() + secondOfBlock() - 1);
    philox(offer, supplier, day, address(purpose.panel, 2 * tester + 1), key.k0, key.k1);
    const isDefective = firstOfBlock() * 1_000_000 < defectPpm;
    const stars = starsOf(world, base + noise - (isDefective ? p["satisfaction.defect"] : 0));
    sum += stars;
    squares += stars * stars;
  }
  const mean = sum / testers;
  const variance = Math.max(leastVariance, squares / testers - mean * mean);
  return {
    valueMilli: Math.floor(1000 * mean + 0.5),
    errorMilli: Math.floor(1000 * Math.sqrt(variance / testers) + 0.5),
  };
}

/** Ten testers of one mind are still only ten. */
const leastVariance = 0.25;

/** Stars that such a panel gives on average to goods without fault of this latent fit. */
export function panelStars(world: World, fit: number): number {
  const p = world.parameters;
  const base = p["satisfaction.mean"] + p["satisfaction.fit"] * fit;
  let stars = 0;
  for (let i = 0; i < gridSteps; i++) {
    const x = (2 * (i + 0.5)) / gridSteps - 1;
    const density = (2 * (1 - Math.abs(x))) / gridSteps;
    stars += density * starsOf(world, base + p["satisfaction.spread"] * x);
  }
  return stars;
}

const gridSteps = 120;

/** Units of a purchase that are looked at; one at least. */
export const inspectedUnits = (units: number, shareBp: number) =>
  Math.min(units, Math.max(1, Math.floor((units * shareBp + 5000) / 10_000)));

export function inspectionCost(
  place: Pick<DecisionContext, "world" | "book">,
  units: number,
  shareBp: number,
): number {
  const p = place.world.parameters;
  const looked = inspectedUnits(units, shareBp);
  return ofDollars(place, p["inspection.dayUsd"] + looked * p["inspection.unitUsd"]);
}

/** Has a share of the purchase in a row of the supply table looked at when it comes. */
export function orderInspection(context: DecisionContext, at: number, shareBp: number): void {
  const { state, book } = context;
  const { columns } = state.tables.supply;
  const row = columns.offer[at]!;
  const cost = inspectionCost(context, columns.units[at]!, shareBp);
  postInspection(book, state.storeOf[row]!, state.offerNumber[row]!, cost);
  columns.inspectBp[at] = shareBp;
}

export type Inspected = { readonly looked: number; readonly found: number };

/** What is found in the purchase in row `at` when it comes. */
export function inspect(context: DecisionContext, at: number, defectPpm: number): Inspected {
  const { state, key } = context;
  const { columns } = state.tables.supply;
  const shareBp = columns.inspectBp[at]!;
  if (shareBp === 0) return { looked: 0, found: 0 };
  const row = columns.offer[at]!;
  const looked = inspectedUnits(columns.units[at]!, shareBp);
  const [offer, number] = [state.offerNumber[row]!, columns.number[at]!];
  const place = address(purpose.inspection);
  const found = binomial(looked, defectPpm / 1_000_000, offer, number, 0, place, key);
  const relation = relationFor(
    state,
    state.storeOf[row]!,
    state.skuOf[row]!,
    columns.supplier[at]!,
  );
  state.tables.relations.columns.looked[relation]! += looked;
  state.tables.relations.columns.found[relation]! += found;
  return { looked, found };
}

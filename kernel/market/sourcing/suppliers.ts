/**
 * Who makes a product: its maker, which is the enterprise, and two workshops that the season's key
 * sets beside it (market.md E13). One workshop is cheap, slow and less careful, the other one quick
 * and dear; which is which differs from product to product.
 */
import type { Key } from "../../random/philox.ts";
import { address, purpose } from "../../random/purpose.ts";
import { uniform } from "../../random/uniform.ts";
import { decisionLimits } from "../decisions/decision-limits.ts";
import type { Parameters } from "../parameters/parameters.ts";
import { keptBySeason, type KeyedWorld } from "../world/kept-by-season.ts";
import { workshopsEach } from "../world/lookups.ts";

export type Supplier = {
  /** Its number among the product's: 0 the maker, 1 and 2 the workshops. */
  readonly number: number;
  /** Of one unit at the minimum quantity, minor units of the product's cost currency. */
  readonly unitCostMinor: number;
  readonly moq: number;
  readonly leadDays: number;
  /** Share of units that are defective, parts per million. */
  readonly defectPpm: number;
  /** Units that one store may order from it in a day. */
  readonly outputUnits: number;
};

const rowsOf = keptBySeason((): (readonly Supplier[])[] => []);

export const maker = 0;

/** The suppliers of a product, by number; only the maker where nothing else may be chosen. */
export const suppliersOf = (place: KeyedWorld, product: number): readonly Supplier[] =>
  (rowsOf(place)[product] ??= madeFor(place, product));

function madeFor({ world, key }: KeyedWorld, product: number): readonly Supplier[] {
  const { unitCostMinor, moq, leadDays, defectPpm } = world.source.products[product]!;
  const facts = { number: maker, unitCostMinor, moq: Math.max(1, moq), leadDays, defectPpm };
  const most = decisionLimits.unitsPerPurchaseMax;
  if (!world.source.scenario.modules.sourcing) return [{ ...facts, outputUnits: most }];
  const p = world.parameters;
  const lots = Math.floor(p["supply.makerLotsADay"] * facts.moq);
  const outputUnits = Math.min(most, Math.max(p["supply.makerUnitsADay"], lots));
  const isFirstCheap = drawn(key, product, 0, 0) < 0.5;
  return [
    { ...facts, outputUnits },
    ...Array.from({ length: workshopsEach }, (_, index) => {
      const kind = (index === 0) === isFirstCheap ? "cheap" : "quick";
      return workshop(p, key, product, { ...facts, number: 1 + index }, kind);
    }),
  ];
}

const drawn = (key: Key, product: number, number: number, index: number) =>
  uniform(product, number, 0, address(purpose.workshop, index), key);

function workshop(
  p: Parameters,
  key: Key,
  product: number,
  maker: Omit<Supplier, "outputUnits">,
  kind: "cheap" | "quick",
): Supplier {
  const { number } = maker;
  const between = (what: "Cost" | "Moq" | "Lead" | "Defect", index: number) => {
    const low = p[`workshop.${kind}${what}Low`];
    return low + (p[`workshop.${kind}${what}High`] - low) * drawn(key, product, number, index);
  };
  const rounded = (value: number, least: number) => Math.max(least, Math.floor(value + 0.5));
  const moq = rounded(maker.moq * between("Moq", 1), 1);
  const defects = Math.min(
    1_000_000 * p["workshop.defectMost"],
    maker.defectPpm * between("Defect", 3),
  );
  return {
    number,
    unitCostMinor: rounded(maker.unitCostMinor * between("Cost", 0), 1),
    moq,
    leadDays: rounded(maker.leadDays * between("Lead", 2), 1),
    defectPpm: rounded(defects, 0),
    outputUnits: Math.min(
      decisionLimits.unitsPerPurchaseMax,
      Math.floor(moq * p["workshop.lotsADay"]),
    ),
  };
}

/**
 * What scripted and injected shocks do to one day (market.md E15). Every effect is the same for all
 * stores; arrays are filled anew each day.
 */
import { mix32 } from "../../random/mix.ts";
import { address, purpose } from "../../random/purpose.ts";
import { uniformBelow } from "../../random/uniform.ts";
import type { Key } from "../../random/philox.ts";
import type { Shock, ShockKind } from "./scenario.ts";
import type { State } from "../state/state.ts";

/** Kinds in the order in which the state numbers them: append, never renumber. */
export const shockKinds: readonly ShockKind[] = [
  "tariff-step",
  "relief-removed",
  "port-closure",
  "carrier-strike",
  "policy-change",
  "exchange-jump",
  "viral-demand",
  "supplier-failure",
  "news",
];

/** A shock with its places resolved to numbers of the season. */
export type PlacedShock = {
  readonly kind: ShockKind;
  readonly from: number;
  /** First day on which it no longer acts; of a lasting one never. */
  readonly until: number;
  readonly hasMarket: readonly boolean[];
  readonly hasCategory: readonly boolean[];
  readonly sizeBp: number;
  readonly announcedOn: number;
  /** Number in the season: scripted ones first, then injected ones in order. */
  readonly number: number;
};

export type Places = {
  readonly markets: readonly string[];
  readonly categories: readonly string[];
};

/** Effects on one day; cell = market · categories + category. */
export type DayEffects = {
  /** Basis points of customs value added to every import. */
  readonly tariffStepBp: Int32Array;
  readonly isReliefRemoved: Uint8Array;
  /** Added to the commission, basis points. */
  readonly commissionBp: Int32Array;
  /** Factor on visits, basis points. */
  readonly visitsBp: Int32Array;
  /** By market: factor on days under way across its border, basis points. */
  readonly transitBp: Int32Array;
  /** By carrier of the slice: days until it takes parcels again, 0 when it works. */
  readonly strikeDays: Int32Array;
  /** By category: factor on suppliers' lead times, basis points. */
  readonly leadBp: Int32Array;
  /** By market: jump of its currency on this day, basis points. */
  readonly exchangeBp: Int32Array;
};

const lasting: readonly ShockKind[] = [
  "tariff-step",
  "relief-removed",
  "policy-change",
  "exchange-jump",
];

const endless = 1_000_000;

/** Events that come together change a flow at most a thousandfold: far inside 32 bits. */
export const factorBpMax = 10_000_000;
/** Steps that add up, the same way. */
export const stepBpMax = 10_000_000;

/**
 * The sizes that an event may have, basis points. A factor is no less than a tenth, and an added
 * duty is none that customs pays; a size that means nothing is only kept small.
 */
export function sizesOf(kind: ShockKind): { readonly least: number; readonly most: number } {
  switch (kind) {
    case "viral-demand":
    case "port-closure":
    case "supplier-failure":
      return { least: 1_000, most: 100_000 };
    case "tariff-step":
      return { least: 0, most: 100_000 };
    case "policy-change":
    case "exchange-jump":
      return { least: -9_000, most: 100_000 };
    default:
      return { least: -100_000, most: 100_000 };
  }
}

/** Resolves a shock's places. */
export function placeShock(shock: Shock, places: Places, number: number): PlacedShock {
  const all = shock.markets.length === 0;
  const every = shock.categories.length === 0;
  const lasts = lasting.includes(shock.kind) && shock.days === 0;
  return {
    kind: shock.kind,
    from: shock.from,
    until: lasts ? endless : shock.from + Math.max(1, shock.days),
    hasMarket: places.markets.map((market) => all || shock.markets.includes(market)),
    hasCategory: places.categories.map((id) => every || shock.categories.includes(id)),
    sizeBp: shock.sizeBp,
    announcedOn: Math.max(1, shock.from - shock.noticeDays),
    number,
  };
}

/** Scripted shocks, then those the steward put into the season. */
export function shocksOf(
  scripted: readonly Shock[],
  places: Places,
  state: State,
): readonly PlacedShock[] {
  const placed = scripted.map((shock, number) => placeShock(shock, places, number));
  const { columns, rows } = state.tables.injected;
  for (let row = 0; row < rows; row++) {
    const days = columns.days[row]!;
    const kind = shockKinds[columns.kind[row]!]!;
    placed.push({
      kind,
      from: columns.from[row]!,
      until:
        lasting.includes(kind) && days === 0 ? endless : columns.from[row]! + Math.max(1, days),
      hasMarket: places.markets.map((_, m) => ((columns.markets[row]! >>> m) & 1) === 1),
      hasCategory: places.categories.map((_, k) =>
        k < 32
          ? ((columns.categoriesLow[row]! >>> k) & 1) === 1
          : ((columns.categoriesHigh[row]! >>> (k - 32)) & 1) === 1,
      ),
      sizeBp: columns.sizeBp[row]!,
      announcedOn: Math.max(
        columns.announcedOn[row]!,
        columns.from[row]! - columns.noticeDays[row]!,
      ),
      number: scripted.length + row,
    });
  }
  return placed;
}

/** The bits of a list of places, for the state. */
export function placeBits(wanted: readonly string[], known: readonly string[], from = 0): number {
  let bits = 0;
  for (let i = from; i < Math.min(known.length, from + 32); i++) {
    if (wanted.length === 0 || wanted.includes(known[i]!)) bits |= 1 << (i - from);
  }
  return bits;
}

export function noEffects(markets: number, categories: number, carriers: number): DayEffects {
  return {
    tariffStepBp: new Int32Array(markets * categories),
    isReliefRemoved: new Uint8Array(markets * categories),
    commissionBp: new Int32Array(markets * categories),
    visitsBp: new Int32Array(markets * categories).fill(10_000),
    transitBp: new Int32Array(markets).fill(10_000),
    strikeDays: new Int32Array(carriers),
    leadBp: new Int32Array(categories).fill(10_000),
    exchangeBp: new Int32Array(markets),
  };
}

/**
 * The effects of all shocks on a season day. Steps of tariff, commission and exchange add up;
 * factors multiply.
 */
export function effectsOn(
  shocks: readonly PlacedShock[],
  seasonDay: number,
  markets: number,
  categories: number,
  carriers: number,
  key: Key,
): DayEffects {
  const effects = noEffects(markets, categories, carriers);
  for (const shock of shocks) {
    if (seasonDay < shock.from || seasonDay >= shock.until) continue;
    for (let market = 0; market < markets; market++) {
      if (!shock.hasMarket[market]) continue;
      if (shock.kind === "port-closure") scale(effects.transitBp, market, shock.sizeBp);
      if (shock.kind === "exchange-jump" && seasonDay === shock.from) {
        add(effects.exchangeBp, market, shock.sizeBp);
      }
      for (let category = 0; category < categories; category++) {
        if (shock.hasCategory[category])
          applyToCell(effects, shock, market * categories + category);
      }
    }
    if (shock.kind === "supplier-failure") {
      for (let category = 0; category < categories; category++) {
        if (shock.hasCategory[category]) scale(effects.leadBp, category, shock.sizeBp);
      }
    }
    if (shock.kind === "carrier-strike" && carriers > 0) {
      const carrier = strikingCarrier(shock, carriers, key);
      effects.strikeDays[carrier] = Math.max(effects.strikeDays[carrier]!, shock.until - seasonDay);
    }
  }
  return effects;
}

function applyToCell(effects: DayEffects, shock: PlacedShock, cell: number): void {
  if (shock.kind === "tariff-step") add(effects.tariffStepBp, cell, shock.sizeBp);
  if (shock.kind === "relief-removed") effects.isReliefRemoved[cell] = 1;
  if (shock.kind === "policy-change") add(effects.commissionBp, cell, shock.sizeBp);
  if (shock.kind === "viral-demand") scale(effects.visitsBp, cell, shock.sizeBp);
}

function scale(factors: Int32Array, at: number, byBp: number): void {
  const scaled = Math.floor((factors[at]! * byBp + 5000) / 10_000);
  factors[at] = Math.max(0, Math.min(factorBpMax, scaled));
}

function add(steps: Int32Array, at: number, byBp: number): void {
  steps[at] = Math.max(-stepBpMax, Math.min(stepBpMax, steps[at]! + byBp));
}

/** Which carrier strikes: drawn once for the shock. */
function strikingCarrier(shock: PlacedShock, carriers: number, key: Key): number {
  const entity = mix32(shock.number + 1) >>> 0;
  return uniformBelow(carriers, entity, shock.from, 0, address(purpose.shockDraw), key);
}

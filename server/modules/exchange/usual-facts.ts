/**
 * What stands in for facts that an enterprise did not give, by category: the packed unit's weight
 * and size, and the subheading of the Harmonized System 2022 under which such goods usually go.
 *
 * All of it is our choice of a plausible teaching value, written 2026-11; none is a statistic, and
 * the code is where to begin to classify, never a classification. Screens and reports say that it
 * was assumed, and on what ground; it is never shown as the enterprise's own fact.
 */
import type { Battery } from "@echelon/contract/exchange/shapes.ts";

export interface UsualFacts {
  readonly weightG: number;
  /** Length, width and height of the packed unit. */
  readonly sizeMm: readonly [number, number, number];
  /** Six digits. */
  readonly hs: string;
}

const rows: Readonly<Record<string, readonly [number, readonly [number, number, number], string]>> =
  {
    "x-baby-goods": [280, [220, 160, 90], "392490"],
    "x-bags-luggage": [650, [380, 300, 90], "420292"],
    "x-bathroom": [420, [260, 180, 110], "392490"],
    "x-beauty-tools": [140, [210, 110, 40], "960330"],
    "x-car-accessories": [380, [240, 180, 90], "870899"],
    "x-childrens-wear": [240, [300, 240, 40], "611120"],
    "x-cleaning-tools": [360, [320, 140, 90], "960390"],
    "x-crafts": [180, [200, 140, 50], "960500"],
    "x-cycling": [320, [240, 160, 90], "871499"],
    "x-fishing": [260, [300, 90, 60], "950790"],
    "x-fitness": [900, [320, 200, 120], "950691"],
    "x-garden": [520, [340, 160, 90], "820190"],
    "x-gifts-decor": [320, [160, 130, 110], "830629"],
    "x-glasses": [110, [170, 70, 60], "900410"],
    "x-hand-tools": [620, [280, 160, 60], "820559"],
    "x-hardware-locks": [340, [160, 100, 50], "830250"],
    "x-home-textiles": [550, [320, 260, 70], "630260"],
    "x-insulated-bottles": [380, [260, 90, 90], "961700"],
    "x-jewelry-hair": [60, [110, 80, 30], "711790"],
    "x-kitchen-tools": [260, [300, 110, 60], "821599"],
    "x-lighting": [420, [200, 150, 150], "940550"],
    "x-mens-apparel": [360, [320, 260, 40], "620520"],
    "x-musical": [700, [420, 180, 110], "920999"],
    "x-outdoor-camping": [1_400, [480, 180, 150], "630622"],
    "x-party-festive": [150, [240, 180, 50], "950590"],
    "x-personal-care": [340, [200, 120, 80], "901910"],
    "x-pet-supplies": [320, [240, 160, 80], "420100"],
    "x-phone-accessories": [90, [180, 100, 30], "392690"],
    "x-power-tools": [2_100, [340, 280, 120], "846721"],
    "x-shoes": [820, [330, 210, 120], "640419"],
    "x-silk-scarves": [110, [240, 180, 30], "621410"],
    "x-small-kitchen-appliances": [1_600, [300, 240, 220], "850940"],
    "x-socks-hosiery": [90, [220, 110, 30], "611595"],
    "x-stationery": [200, [220, 160, 40], "482010"],
    "x-storage": [480, [320, 240, 110], "392490"],
    "x-tableware": [480, [180, 140, 110], "691110"],
    "x-toys": [350, [240, 180, 90], "950300"],
    "x-umbrellas": [390, [330, 70, 70], "660191"],
    "x-watches-clocks": [420, [240, 240, 70], "910521"],
    "x-womens-apparel": [320, [320, 260, 40], "620443"],
  };

/** For a category that nobody has thought of yet. */
const elsewhere: UsualFacts = { weightG: 300, sizeMm: [220, 160, 90], hs: "392690" };

export function usualFacts(category: string): UsualFacts {
  const row = rows[category];
  if (row === undefined) return elsewhere;
  const [weightG, sizeMm, hs] = row;
  return { weightG, sizeMm, hs };
}

/** The categories that have values of their own; a test holds them equal to the atlas's. */
export const usualCategories: readonly string[] = Object.keys(rows);

/** Values that do not depend on the goods. */
export const usual = {
  /** Cost as a share of the list price, basis points. */
  costOfPriceBp: 4_500,
  origin: "cn",
  battery: "none" as Battery,
  /** Units of the least order. */
  moq: 50,
  leadDays: 15,
  /** Parts per million; a fact of the simulated world and not shown as the enterprise's. */
  defectPpm: 8_000,
} as const;

/** Exchange rates that seasons start from: one dated file, `rates.json`, with `sources.md`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ExchangeRow } from "@echelon/kernel/market/world/scenario.ts";
import { z } from "zod";

const RatesFile = z.strictObject({
  date: z.iso.date(),
  /** Units of a currency for one euro, as published. */
  perEuro: z.record(z.string().regex(/^[A-Z]{3}$/), z.string().regex(/^\d+(\.\d+)?$/)),
  /** Yearly standard deviation, basis points. */
  volatilityBp: z.record(z.string(), z.int().min(0).max(10_000)),
});

/** A currency of which nothing is known moves like the euro. */
const usualVolatilityBp = 800;

/** The day whose rates the file holds, as written and in days since 1970-01-01. */
export function ratesDate(folder: string = import.meta.dirname): { text: string; day: number } {
  const { date } = readRates(folder);
  return { text: date, day: Date.parse(`${date}T00:00:00Z`) / 86_400_000 };
}

function readRates(folder: string): z.output<typeof RatesFile> {
  return RatesFile.parse(JSON.parse(readFileSync(join(folder, "rates.json"), "utf8")));
}

/**
 * Rows of the asked currencies against the books' currency, which gets none.
 *
 * @throws Error for a currency the file does not hold
 */
export function exchangeRows(
  base: string,
  currencies: readonly string[],
  folder: string = import.meta.dirname,
): readonly ExchangeRow[] {
  const file = readRates(folder);
  const perEuro = (currency: string) => {
    if (currency === "EUR") return 1;
    const text = file.perEuro[currency];
    if (text === undefined) throw new Error(`rates.json holds no rate of ${currency}`);
    return Number(text);
  };
  return [...new Set(currencies)]
    .filter((currency) => currency !== base)
    .toSorted()
    .map((currency) => ({
      currency,
      rateE8: Math.round((perEuro(base) / perEuro(currency)) * 100_000_000),
      volatilityBp: file.volatilityBp[currency] ?? usualVolatilityBp,
    }));
}

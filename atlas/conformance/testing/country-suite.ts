/**
 * What every country of the atlas must fulfil before a season may sell there. Each check answers
 * with complaints; none is a pass.
 */
import { toIso } from "@echelon/kernel/calendar/day.ts";
import { minorPerMajor } from "@echelon/kernel/money/currency.ts";
import type { RateTable } from "@echelon/kernel/money/convert.ts";
import { ruleSetFaults } from "@echelon/kernel/trade/check-rule-set.ts";
import { compileLanded, type LandedQuery } from "@echelon/kernel/trade/compile-landed.ts";
import { hsChapters } from "@echelon/kernel/trade/hs-code.ts";
import {
  assessInput,
  landed,
  newLandedSplit,
  type LandedProgram,
} from "@echelon/kernel/trade/landed-program.ts";
import { lawOf, type Law } from "@echelon/kernel/trade/law.ts";
import { lineClass, lineQuestions } from "@echelon/kernel/trade/line-class.ts";
import { chainOf, type Country, type RuleSet } from "@echelon/kernel/trade/rule-set.ts";

/** Round figures near the reference rates of spring 2026; what matters is that none is missing. */
export const rates: RateTable = {
  base: "USD",
  rateE8: {
    AUD: 66_013_217,
    CAD: 71_940_003,
    CNY: 14_012_345,
    EUR: 115_340_007,
    GBP: 132_710_019,
    JPY: 655_321,
    KRW: 71_113,
    PLN: 27_010_203,
  },
};

export type Span = { readonly from: number; readonly to: number };

const channels = ["postal", "express", "line", "freight", "domestic"] as const;
const buyers = ["consumer", "business"] as const;
const origins = ["CN", "US", "DE"] as const;

/** Every complaint about one market's law, over each day of the span. */
export function countryComplaints(
  ruleSet: RuleSet,
  country: Country,
  span: Span,
): readonly string[] {
  const complaints = new Set<string>();
  for (const day of daysOfChange(ruleSet, country, span)) {
    const law = lawOf(ruleSet, country.code, day);
    if (!law.ok) return [`${country.code}: ${law.refusal.code}`];
    for (const complaint of lawComplaints(law.value, country)) {
      complaints.add(`${toIso(day)} ${country.code}: ${complaint}`);
    }
  }
  return [...complaints];
}

/**
 * The first and last day of every period within which nothing of the market's law changes: a walk
 * over these is a walk over every day.
 */
export function daysOfChange(ruleSet: RuleSet, country: Country, span: Span): readonly number[] {
  const chain = chainOf(country);
  const dated = [
    ...ruleSet.rules.filter((rule) => chain.includes(rule.jurisdiction)),
    ...ruleSet.vat.filter((row) => row.jurisdiction === country.code),
    ...ruleSet.dutyTables,
  ];
  const days = new Set([span.from, span.to - 1]);
  for (const border of dated.flatMap((row) => [row.from, row.to ?? span.to])) {
    if (border > span.from && border < span.to) days.add(border).add(border - 1);
  }
  return [...days].sort((a, b) => a - b);
}

/** For each class of goods, buyer, channel and origin one program; every value has a winner. */
function lawComplaints(law: Law, country: Country): readonly string[] {
  const complaints: string[] = [];
  const questions = lineQuestions(law);
  for (const buyer of buyers) {
    for (const channel of channels) {
      const seen = new Set<string>();
      for (const origin of origins) {
        for (const chapter of hsChapters) {
          const line = { hs: `${chapter}0110`, origin };
          const kind = lineClass(questions, line);
          if (seen.has(kind)) continue;
          seen.add(kind);
          const program = compileLanded({ ok: true, value: law }, query(line), rates);
          const where = `${buyer} ${channel} ${origin} chapter ${chapter}`;
          const complaint = programComplaint(program, country);
          if (complaint !== null) complaints.push(`${where}: ${complaint}`);
        }
      }
      function query(line: { hs: string; origin: string }): LandedQuery {
        const { code: destination, currency } = country;
        const ioss = buyer === "consumer";
        return { destination, buyer, channel, currency, dutyTerms: "DAP", ioss, ...line };
      }
    }
  }
  return complaints;
}

/** Values from the smallest coin to 10,000, and both sides of every threshold. */
function programComplaint(program: LandedProgram, country: Country): string | null {
  if (program.refusal !== null) {
    return `${program.refusal.code} ${JSON.stringify(program.refusal.facts)}`;
  }
  const out = newLandedSplit();
  const order = { goodsMinor: 0, freightMinor: 0, quantity: 1, weightG: 500 };
  for (const goodsMinor of valuesFor(program, country)) {
    for (const freightMinor of [0, 7 * minorPerMajor(country.currency)]) {
      order.goodsMinor = goodsMinor;
      order.freightMinor = freightMinor;
      if (landed(program, order, out)) continue;
      const assessed = assessInput(program, order);
      if (assessed.ok) return `compiled refuses ${goodsMinor}, interpreted does not`;
      if (assessed.refusal.code === "trade/prohibited") continue;
      return `${assessed.refusal.code} at ${goodsMinor} with freight ${freightMinor}`;
    }
  }
  return null;
}

function valuesFor(program: LandedProgram, country: Country): readonly number[] {
  const unit = minorPerMajor(country.currency) === 1 ? 100 : 1;
  const most = 1_000_000 * unit;
  const round = [1, 99, 500, 2_500, 10_000, 99_999, 250_000, 999_999, most];
  const borders = [...program.ladder, ...program.fees].flatMap(({ bounds }) => [
    bounds.goodsLow,
    bounds.goodsHigh,
    bounds.cifLow,
    bounds.cifHigh,
    bounds.itemLow,
    bounds.itemHigh,
  ]);
  const near = borders
    .filter((border) => border > 1 && border < 100 * most)
    .flatMap((border) => [border - 1, border, border + 1]);
  return [...new Set([...round, ...near])];
}

/** Faults that do not depend on a day: shapes, dates, sources, notes, postcodes, both languages. */
export function folderComplaints(ruleSet: RuleSet): readonly string[] {
  const complaints = ruleSetFaults(ruleSet).map((one) => `${one.of}: ${one.fault} ${one.detail}`);
  for (const rule of ruleSet.rules) {
    if (rule.certainty === "scenario" && rule.note === undefined) {
      complaints.push(`${rule.id}: a scenario rule says why it is one`);
    }
  }
  for (const country of ruleSet.countries) {
    for (const complaint of postcodeComplaints(country)) {
      complaints.push(`${country.code}: ${complaint}`);
    }
  }
  return complaints;
}

/** Every postcode that a mask can become fits the country's pattern, at its ends and in between. */
function postcodeComplaints(country: Country): readonly string[] {
  if (country.postcode === null)
    return country.cities.length === 0 ? [] : ["cities without a pattern"];
  const pattern = new RegExp(country.postcode.pattern);
  const complaints: string[] = [];
  if (!pattern.test(country.postcode.example)) complaints.push("the example is no postcode");
  for (const mask of country.cities.flatMap((city) => city.postcodes)) {
    for (const [digit, letter] of ["0A", "5L", "9X"]) {
      const postcode = mask.replaceAll("#", digit!).replaceAll("@", letter!);
      if (!pattern.test(postcode)) complaints.push(`${postcode} of ${mask} is no postcode`);
    }
  }
  return complaints;
}

/** Every text below a value: Chinese where it says zh, and none of it where it says en. */
export function textComplaints(value: unknown, path = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const entries = Object.entries(value);
  const complaints = entries.flatMap(([key, inner]) => textComplaints(inner, `${path}/${key}`));
  const { zh, en } = value as { zh?: unknown; en?: unknown };
  if (typeof zh === "string" && typeof en === "string") {
    if (!/\p{Script=Han}/u.test(zh)) complaints.push(`${path}: no Chinese in "${zh}"`);
    if (en === "" || /\p{Script=Han}/u.test(en)) complaints.push(`${path}: not English: "${en}"`);
  }
  return complaints;
}

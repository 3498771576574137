import type { Format } from "../../../../text/format.ts";
import { factOrder, sliceHours } from "../../fact-order.ts";

type Fact = string | number | boolean;

export type FactForms = {
  format: Pick<Format, "money" | "ticks" | "percent" | "number">;
  marketName: (code: string) => string;
  serviceName: (id: string) => string;
  categoryName: (id: string) => string;
  currencyOf: (market: string) => string;
  /** The word before a fact's value, or of a value that is a choice. */
  word: (key: string) => string;
};

/** Facts that speak for themselves. */
const plain = new Set<string>([
  "what",
  "sku",
  "report",
  "category",
  "market",
  "name",
  "title",
  "keyword",
]);

/** Money of the books, though a market stands beside it. */
const ofBooks = new Set<string>(["spendMinor", "bidMinor"]);

/**
 * What was decided, in short pieces, each in the reader's form: "price €24.90".
 */
export function factsShown(facts: Readonly<Record<string, Fact>>, forms: FactForms): string[] {
  // Money that is changed or fixed is of the currency that is given.
  const given = facts["from"];
  const currency =
    typeof given === "string" ? given : forms.currencyOf(String(facts["market"] ?? ""));
  return factOrder.flatMap((key) => {
    const value = facts[key];
    if (value === undefined || value === "") return [];
    const of = ofBooks.has(key) ? forms.currencyOf("") : currency;
    const shown = shownValue(key, value, of, forms);
    return [plain.has(key) ? shown : `${forms.word(`fact.${wordOf(key, value)}`)} ${shown}`];
  });
}

/** Money goes from one currency to another, a promotion from one day to another. */
const wordOf = (key: string, value: Fact): string =>
  (key === "from" || key === "to") && typeof value === "string" ? `${key}Currency` : key;

function shownValue(
  key: string,
  value: Fact,
  currency: string,
  { format, marketName, serviceName, categoryName, word }: FactForms,
): string {
  if (key === "market") return marketName(String(value));
  if (key === "what") return word(`what.${value}`);
  if (key === "service") return serviceName(String(value));
  if (key === "category") return categoryName(String(value));
  if (key === "shock") return word(`shockName.${value}`);
  if (key === "question") return word(`questionName.${value}`);
  if (key === "segment") return word(`segments.${value}`);
  if (key === "by") return word(`motiveName.${value}`);
  if (key === "report") return word(`reportName.${value}`);
  if (key === "field" || key === "verdict") return word(`${key}Name.${value}`);
  if (key === "measure") return word(`measureName.${value}`);
  if (key === "markets") return String(value).split(", ").map(marketName).join(", ");
  if (key === "match") return word(`match.${value}`);
  if (key === "returnPayer") return word(`after.payers.${value}`);
  if (key === "promotion") return word(`names.${value}`);
  if (key === "slices") return sliceHours(String(value));
  if (key === "term") return word(`financing.terms.${value}`);
  if (key === "answer" || key === "disposition") return word(`answers.${value}`);
  if (key === "disputes" || key === "returns") return word(`policy.${value}`);
  if (key === "label") return word(`labels.${value}`);
  if (key === "role") return word(`roles.${value}`);
  if (key === "ask") return word(`asks.${value}`);
  if (key === "supplier") return word(`suppliers.${value}`);
  if (key === "mode") return word(`stock.modes.${value}`);
  if (typeof value === "boolean") return value ? "✓" : "✕";
  if (typeof value === "string") return value;
  if (key.endsWith("Minor")) return format.money(value, currency);
  if (key.endsWith("Ticks")) return format.ticks(value);
  if (key.endsWith("Bp")) return format.percent(value);
  if (key === "campaign" || key === "influencer") return String(value + 1);
  return format.number(value);
}

import type { Answer } from "../../../api/client.ts";
import type { Season } from "../../../frame/season-context.tsx";
import type { Format } from "../../../text/format.ts";
import { eventKinds, eventSize, presets } from "./event-plan.ts";
import { currencyOf } from "../market-currency.ts";
import { factOrder, sliceHours } from "../fact-order.ts";

export type Entry = Answer<"GET /practice/seasons/:season/log">["items"][number];
type Places = Pick<Season, "markets" | "booksCurrency" | "services" | "categories">;
type Fact = Entry["facts"][string];

/** What a teacher is not told: a store's numbers of its own things, and long lists. */
const untold: ReadonlySet<string> = new Set([
  "experiment",
  "keywords",
  "campaign",
  "isOn",
  "photoLevel",
]);

/** Facts whose values are codes; the screens have their words. */
const coded = [
  "what",
  "match",
  "mode",
  "shock",
  "term",
  "supplier",
  "role",
  "label",
  "ask",
  "answer",
  "disposition",
  "disputes",
  "returns",
  "report",
  "question",
  "segment",
  "by",
  "promotion",
  "measure",
  "returnPayer",
  "field",
  "verdict",
] as const;
export type Coded = (typeof coded)[number];
const codedFacts: readonly string[] = coded;

type Reader = Places & {
  format: Format;
  wordOf: (fact: Coded, code: string) => string;
  /** What an event that names no market acts in. */
  allMarkets: string;
};

/** What one decision said, as label keys with values in the reader's form. */
export function factsShown(
  { facts }: Pick<Entry, "facts">,
  reader: Reader,
): { key: string; text: string }[] {
  return factOrder
    .filter((key) => !untold.has(key) && facts[key] !== undefined && !isEmpty(key, facts))
    .map((key) => ({
      key: labelOf(key, facts),
      text: factText(key, facts[key] ?? "", facts, reader),
    }));
}

/** Nothing to tell; but an event without markets acts in all of them, where its kind has places. */
const isEmpty = (key: string, facts: Entry["facts"]): boolean =>
  (facts[key] === "" && !(key === "markets" && hasPlaces(facts["shock"]))) ||
  (key === "sizeBp" && sizeOf(facts) === null);

const hasPlaces = (shock: Fact | undefined): boolean =>
  eventKinds.some((kind) => kind === shock && presets[kind].byMarket);

const sizeOf = ({ shock, sizeBp }: Entry["facts"]) => eventSize(String(shock), Number(sizeBp));

/** Money goes from one currency to another, an event or a promotion from one day to another. */
const labelOf = (key: string, facts: Entry["facts"]): string =>
  // What a teacher did to a store names the store.
  key === "name" && facts["store"] === ""
    ? "ofStore"
    : (key === "from" || key === "to") && typeof facts[key] === "string"
      ? `${key}Currency`
      : key;

function factText(key: string, value: Fact, facts: Entry["facts"], reader: Reader): string {
  const { format } = reader;
  if (key === "markets" && value === "") return reader.allMarkets;
  const size = key === "sizeBp" ? sizeOf(facts) : null;
  if (size?.unit === "factor") return `× ${format.number(size.value, size.digits)}`;
  if (key === "market" || key === "markets") return marketNames(String(value), reader, format);
  if (key === "category") return categoryName(String(value), reader, format);
  if (key === "service") return serviceName(String(value), reader, format);
  if (key === "slices") return sliceHours(String(value));
  if (codedFacts.includes(key)) return reader.wordOf(key as Coded, String(value));
  if (typeof value === "boolean") return value ? "✓" : "✕";
  if (typeof value !== "number") return String(value);
  if (key === "influencer") return format.number(value + 1);
  if (key === "spendMinor" || key === "bidMinor") return format.money(value, reader.booksCurrency);
  if (key === "amountMinor") return format.money(value, amountCurrency(facts, reader));
  if (key.endsWith("Minor")) return format.money(value, currencyOf(reader, facts["market"]));
  if (key.endsWith("Ticks")) return format.ticks(value);
  if (key.endsWith("Bp")) return format.percent(value);
  return format.number(value);
}

/** A service that the season has no more is told by its id. */
function serviceName(id: string, { services }: Places, format: Format): string {
  const service = services.find((one) => one.id === id);
  return service === undefined ? id : format.name(service.name);
}

function categoryName(id: string, { categories }: Places, format: Format): string {
  const category = categories.find((one) => one.id === id);
  return category === undefined ? id : format.name(category.name);
}

/** An amount is of the currency that is given away, of the market it is held in, or the books'. */
function amountCurrency(facts: Entry["facts"], season: Places): string {
  const given = facts["from"];
  return typeof given === "string" ? given : currencyOf(season, facts["market"]);
}

function marketNames(codes: string, season: Places, format: Format): string {
  const nameOf = (code: string) => {
    const market = season.markets.find((one) => one.code === code);
    return market === undefined ? code : format.name(market.name);
  };
  return codes
    .split(", ")
    .map(nameOf)
    .join(format.language === "zh" ? "、" : ", ");
}

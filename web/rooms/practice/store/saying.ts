import type { Format } from "../../../text/format.ts";

/** A code of the server with the facts of its sentence. */
export type Saying = { code: string; facts: Record<string, string | number> };

type Named = { zh: string; en: string };

/** What facts are printed with: the reader's format and the season's names. */
export type Surroundings = {
  format: Format;
  /** Currency of the books, for money whose facts name none. */
  currency: string;
  markets: readonly { code: string; name: Named }[];
  /** Names of a category's attributes by key, where a listing is spoken about. */
  attributes?: ReadonlyMap<string, Named> | undefined;
};

/** Facts of the kernel that are money of the books without saying so in their name. */
const booksMoney = ["cash", "needed", "cost", "lossPerUnit"];
/** Counts that may have thousands. */
const counts = ["most", "units", "onHand", "inbound"];
/** Advertising money, ticks. */
const adMoney = ["reserve"];

/**
 * The facts as a sentence prints them: `profitMinor` adds `profit` and, without its sign,
 * `profitAbs`; `bidTicks` adds `bid`; `percentBp` adds `percent`; products and markets get the
 * reader's names. A notice's one `value` is printed in every unit that it may have.
 */
export function shownFacts(
  facts: Saying["facts"],
  { format, currency: books, markets, attributes }: Surroundings,
): Record<string, string | number> {
  const currency = typeof facts["currency"] === "string" ? facts["currency"] : books;
  const shown: Record<string, string | number> = { ...facts };
  for (const [key, value] of Object.entries(facts)) {
    if (typeof value !== "number") continue;
    if (counts.includes(key)) shown[key] = format.number(value);
    if (key.endsWith("Minor")) {
      shown[key.slice(0, -5)] = format.money(value, currency);
      shown[`${key.slice(0, -5)}Abs`] = format.money(Math.abs(value), currency);
    } else if (key.endsWith("Ticks")) shown[key.slice(0, -5)] = format.ticks(value);
    else if (key.endsWith("Bp")) shown[key.slice(0, -2)] = format.percent(value);
    else if (booksMoney.includes(key)) shown[key] = format.money(value, books);
    else if (adMoney.includes(key)) shown[key] = format.ticks(value);
    else if (key === "value") {
      shown["ticks"] = format.ticks(value);
      shown["money"] = format.money(value, books);
      shown["value"] = format.number(value);
    }
  }
  // The first store has the number 0 and is called 1.
  if (typeof facts["store"] === "number") shown["store"] = format.number(facts["store"] + 1);
  const market = markets.find((one) => one.code === facts["market"]);
  if (market !== undefined) shown["market"] = format.name(market.name);
  const product = facts[format.language];
  if (typeof product === "string") shown["product"] = product;
  const attribute = facts["attribute"];
  if (typeof attribute === "string") {
    const name = attributes?.get(attribute);
    shown["attributeName"] = name === undefined ? attribute : format.name(name);
  }
  if (typeof facts["most"] === "number") shown["max"] ??= shown["most"]!;
  if (typeof facts["onHand"] === "number") shown["stock"] ??= shown["onHand"]!;
  return shown;
}

/** Key of a code among the sentences: `need/sold-out` is `need.sold-out`. */
export const sayingKey = (code: string): string => code.replaceAll("/", ".");

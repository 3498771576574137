import { RefusalError } from "../../../api/client.ts";
import { faultsOf } from "../../../parts/faults.ts";
import type { Format } from "../../../text/format.ts";
import type { Saying } from "./saying.ts";

/** What zod calls the bounds of a number; those of a text or a list are lengths. */
const numbers: readonly (string | undefined)[] = ["number", "int", "bigint"];

/** As much of a wish as says what its money is of. */
type Wish = object;
type Places = (market: string) => string;

/** A refusal of wishes with the currency of each, in their order: its faults name places only. */
export function withCurrencies(
  { code, facts, trace }: RefusalError,
  wishes: readonly Wish[],
  currencyOf: Places,
): RefusalError {
  const currencies = wishes.map((wish) => currencyIn(wish, currencyOf));
  return new RefusalError(code, { ...facts, currencies }, trace);
}

/** Money that is changed or fixed is of the currency that is given; spending is of the books. */
function currencyIn(wish: Wish, currencyOf: Places): string {
  if ("from" in wish && typeof wish.from === "string") return wish.from;
  if ("spendMinor" in wish || !("market" in wish)) return "";
  return currencyOf(String(wish.market));
}

/**
 * The number that is out of its bounds, as the code and facts of a sentence; null where the server
 * refused something else. Money is printed in its wish's currency, else in the books'.
 *
 * @param facts  of `platform/malformed-request`
 */
export function brokenBound(
  error: Pick<RefusalError, "code" | "facts">,
  { format, booksCurrency }: { format: Format; booksCurrency: string },
): Saying | null {
  const fault = faultsOf(error).find(
    ({ origin, max, min }) => numbers.includes(origin) && (max !== undefined || min !== undefined),
  );
  if (fault === undefined) return null;
  const steps = fault.at.split(".");
  const field = steps.findLast((step) => !/^\d+$/.test(step)) ?? "";
  const currencies = (error.facts["currencies"] ?? []) as readonly string[];
  const currency = currencies[Number(steps[steps.indexOf("wishes") + 1])] || booksCurrency;
  const printed = (value: number) => {
    if (field.endsWith("Minor")) return format.money(value, currency);
    if (field.endsWith("Ticks")) return format.ticks(value);
    if (field.endsWith("Bp")) return format.percent(value);
    return format.number(field.endsWith("Milli") ? value / 1000 : value);
  };
  const { max, min = 0 } = fault;
  return max === undefined
    ? { code: "bound/least", facts: { typed: field, least: printed(min) } }
    : { code: "bound/most", facts: { typed: field, most: printed(max) } };
}

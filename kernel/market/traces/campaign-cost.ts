/** What campaigns cost, in the books' money. */
import { convertMinor } from "../../money/convert.ts";
import type { CurrencyCode } from "../../money/currency.ts";
import { currencyNumber } from "../world/lookups.ts";
import type { World } from "../world/world.ts";
import type { CampaignDay } from "./trace.ts";

/** A campaign's day as the table has it: advertising is paid by the tick, 10,000 to a dollar. */
export type TickedDay = Omit<CampaignDay, "costMinor"> & { readonly ticks: number };

const ticksPerCent = 100;

/**
 * The same in minor units of the books, half up to a cent and then at the rate of the day.
 *
 * @param ratesE8  by day: books' currency for one unit of each of the season's currencies
 */
export function campaignDays(
  world: Pick<World, "currencies" | "base">,
  days: readonly TickedDay[],
  ratesE8: ReadonlyMap<number, ArrayLike<number>>,
): readonly CampaignDay[] {
  const { currencies, base } = world;
  const codes = currencies as readonly CurrencyCode[];
  const dollar = currencyNumber(world as World, "USD");
  return days.map(({ ticks, ...day }) => {
    const cents = Math.floor((ticks + ticksPerCent / 2) / ticksPerCent);
    const rates = ratesE8.get(day.day)!;
    const costMinor =
      dollar === base
        ? cents
        : convertMinor(cents, codes[dollar]!, codes[base]!, rates[dollar]!, rates[base]!);
    return { ...day, costMinor };
  });
}

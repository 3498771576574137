import type { ChanceRule } from "@echelon/contract/practice/debrief.ts";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import { maker } from "@echelon/kernel/market/sourcing/suppliers.ts";
import type { CampaignSums, LostUnits, PriceSpan } from "../store/chance-store.ts";
import { ofKind, placeOfOffer } from "./entries-of-kind.ts";

/** One decision of a store, thought different. */
export type Guess = {
  readonly rule: ChanceRule;
  readonly day: number;
  readonly number: number;
  /** Null leaves the decision out. */
  readonly instead: number | null;
  /** What it might have brought by cheap figures, minor units of the books' currency. */
  readonly expectedMinor: number;
};

/** What one unit and one impression were worth, from a store's season or that of its class. */
export type Worth = {
  /** Sales of one unit, minor units of the books' currency. */
  readonly unitMinor: number;
  /** Units sold for each impression in the class. */
  readonly unitsPerImpression: number;
  /** What a unit left before advertising. */
  readonly contributionMinor: number;
  /** Advertising money of the books for one tick. */
  readonly minorPerTick: number;
};

export type StoreFacts = {
  readonly log: readonly LogEntry[];
  readonly lost: readonly LostUnits[];
  readonly prices: readonly PriceSpan[];
  readonly campaigns: readonly CampaignSums[];
  readonly worth: Worth;
  readonly marketIds: readonly string[];
  /** Units of a product that a store may order from one of its suppliers in a day. */
  readonly outputOf: (sku: string, supplier: number) => number;
};

/** How often one store's past is played again for its best missed chance. */
export const guessesPerStoreMax = 4;
const guessesPerRuleMax = 2;
/** Prices within a tenth of the usual one are not thought different. */
const nearMilli = 100;

/**
 * What a store might have done better with one decision, the most promising first: a purchase up to
 * twice as large before goods ran out, a price at the market's usual one, a losing campaign never
 * opened.
 * The figures only choose what is worth playing; what it would have brought, the replay says.
 */
export function guessChances(facts: StoreFacts): Guess[] {
  const skus = skusOf(facts.log);
  return [stockGuesses(facts, skus), priceGuesses(facts, skus), adGuesses(facts)]
    .flatMap((guesses) => guesses.toSorted(byPromise).slice(0, guessesPerRuleMax))
    .filter(({ expectedMinor }) => expectedMinor > 0)
    .toSorted(byPromise)
    .slice(0, guessesPerStoreMax);
}

const byPromise = (a: Guess, b: Guess) =>
  b.expectedMinor - a.expectedMinor || a.day - b.day || a.number - b.number;

/** SKUs by the store's places. */
function skusOf(log: readonly LogEntry[]): ReadonlyMap<number, string> {
  return new Map(
    ofKind(log, "select-product").map(({ decision }) => [decision.place, decision.sku]),
  );
}

/** The purchase that, up to twice as large, would have covered most of what could not be sold. */
function stockGuesses(
  { log, lost, worth, outputOf }: StoreFacts,
  skus: ReadonlyMap<number, string>,
): Guess[] {
  const purchases = ofKind(log, "place-purchase");
  const byOffer = Map.groupBy(lost, ({ offer }) => offer);
  return [...byOffer].flatMap(([offer, days]): Guess[] => {
    const sku = skus.get(placeOfOffer(offer));
    const guesses = purchases
      .filter(({ decision }) => decision.sku === sku)
      .map(({ day, number, decision: { units, supplier = maker } }) => {
        const ordered = purchases
          .filter((one) => one.day === day && one.decision.sku === sku)
          .filter((one) => (one.decision.supplier ?? maker) === supplier)
          .reduce((sum, one) => sum + one.decision.units, 0);
        // The replay refuses nothing: what the supplier could not have made is not thought.
        const left = Math.max(0, outputOf(sku!, supplier) - ordered);
        const missing = days
          .filter((one) => one.day > day)
          .reduce((sum, one) => sum + one.units, 0);
        const more = Math.min(missing, units, left);
        return {
          rule: "stock" as const,
          day,
          number,
          instead: units + Math.min(units, left),
          expectedMinor: Math.round(more * worth.contributionMinor),
        };
      });
    // Of purchases that promise the same, the latest binds the least cash.
    const best = guesses.toSorted(
      (a, b) => b.expectedMinor - a.expectedMinor || b.day - a.day || b.number - a.number,
    )[0];
    return best === undefined ? [] : [best];
  });
}

/** The listing that stood furthest from what shoppers usually paid, at the usual price. */
function priceGuesses(
  { log, prices, worth, marketIds }: StoreFacts,
  skus: ReadonlyMap<number, string>,
): Guess[] {
  const asked = [...ofKind(log, "publish-listing"), ...ofKind(log, "set-price")].toSorted(
    (a, b) => a.day - b.day || a.number - b.number,
  );
  return prices.flatMap((span): Guess[] => {
    const sku = skus.get(placeOfOffer(span.offer));
    const market = marketIds[span.market];
    const entry = asked.findLast(
      ({ day, decision }) => day <= span.from && decision.sku === sku && decision.market === market,
    );
    const far = span.ratioMilli - 1_000;
    if (entry === undefined || span.ratioMilli <= 0 || Math.abs(far) < nearMilli) return [];
    const { priceMinor } = entry.decision;
    return [
      {
        rule: "price",
        day: entry.day,
        number: entry.number,
        instead: Math.max(1, Math.round((priceMinor * 1_000) / span.ratioMilli)),
        expectedMinor: Math.round(far < 0 ? tooCheap(span, worth) : tooDear(span, worth)),
      },
    ];
  });
}

/** Each unit could have brought as much more as the price was below the usual one. */
const tooCheap = ({ units, ratioMilli }: PriceSpan, { unitMinor }: Worth) =>
  units * unitMinor * (1_000 / ratioMilli - 1);

/** As many as the class sells to so many who saw it, less those that were sold. */
const tooDear = ({ units, impressions }: PriceSpan, worth: Worth) =>
  (impressions * worth.unitsPerImpression - units) * worth.contributionMinor;

/** Campaigns that cost more than what they sold left. */
function adGuesses({ log, campaigns, worth }: StoreFacts): Guess[] {
  const opened = ofKind(log, "open-campaign");
  return campaigns.flatMap(({ campaign, ticks, units }): Guess[] => {
    const entry = opened.find(({ decision }) => decision.campaign === campaign);
    if (entry === undefined) return [];
    const lossMinor = ticks * worth.minorPerTick - units * worth.contributionMinor;
    return [
      {
        rule: "ads",
        day: entry.day,
        number: entry.number,
        instead: null,
        expectedMinor: Math.round(lossMinor),
      },
    ];
  });
}

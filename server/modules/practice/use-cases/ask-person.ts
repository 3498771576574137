import {
  type Question,
  type QuestionRule,
  questionsPerPersonMax,
} from "@echelon/contract/practice/questions.ts";
import type { Text } from "@echelon/contract/practice/shapes.ts";
import type { AuthoredEntry, OfferDay } from "../store/answer-store.ts";
import { ofKind, placeOfOffer } from "./entries-of-kind.ts";

export type PersonFacts = {
  readonly person: string;
  /** Decisions of the whole store, in order. */
  readonly log: readonly AuthoredEntry[];
  readonly days: readonly OfferDay[];
  readonly nameOf: (sku: string) => Text | null;
};

/** A question with how much there is to ask about it, comparable within its rule only. */
type Weighed = { readonly question: Question; readonly weight: number };

/** Smaller changes of a price are no question. */
const changeBpMin = 300;
const coverOverDays = 3;

const bare = (rule: QuestionRule, day: number): Question => ({
  rule,
  day,
  product: null,
  market: null,
  changeBp: null,
  units: null,
  budgetTicks: null,
  coverDays: null,
});

/**
 * Up to three questions from a person's own decisions, of different rules as far as there are: the
 * first is the one to answer in writing. Who decided nothing is asked about that.
 */
export function askPerson(facts: PersonFacts): Question[] {
  const own = facts.log.filter(({ author }) => author === facts.person);
  const skus = skusOf(facts.log);
  const rules = [
    priceQuestions(facts, own, skus),
    soldOutQuestions(facts, own, skus),
    purchaseQuestions(facts, own, skus),
    campaignQuestions(own),
    choiceQuestions(facts, own),
  ].map((list) => list.toSorted((a, b) => b.weight - a.weight || a.question.day - b.question.day));
  const asked: Question[] = [];
  const deepest = Math.max(0, ...rules.map(({ length }) => length));
  for (let at = 0; at < deepest; at += 1) {
    for (const list of rules) {
      const next = list[at];
      if (next !== undefined && asked.length < questionsPerPersonMax) asked.push(next.question);
    }
  }
  return asked.length === 0 ? [bare("quiet", 0)] : asked;
}

/** Places within the store by SKU. */
const skusOf = (log: readonly AuthoredEntry[]): ReadonlyMap<string, number> =>
  new Map(ofKind(log, "select-product").map(({ decision }) => [decision.sku, decision.place]));

type Skus = ReturnType<typeof skusOf>;

/** For how many days the stock of the evening before would have lasted at what sold lately. */
function coverOf({ days }: PersonFacts, skus: Skus, sku: string, day: number): number | null {
  const place = skus.get(sku);
  const earlier = days.filter(
    (one) => placeOfOffer(one.offer) === place && one.day < day && one.day >= day - coverOverDays,
  );
  const sold = earlier.reduce((sum, one) => sum + one.sold, 0);
  const last = earlier.at(-1);
  if (last === undefined || sold === 0) return null;
  return Math.floor((last.onHand * earlier.length) / sold);
}

function priceQuestions(facts: PersonFacts, own: readonly AuthoredEntry[], skus: Skus): Weighed[] {
  const asked = ofKind(facts.log, "publish-listing", "set-price");
  return ofKind(own, "set-price").flatMap((entry): Weighed[] => {
    const { sku, market, priceMinor } = entry.decision;
    const before = asked.findLast(
      ({ day, number, decision }) =>
        decision.sku === sku &&
        decision.market === market &&
        (day < entry.day || (day === entry.day && number < entry.number)),
    )?.decision.priceMinor;
    if (before === undefined || before === 0) return [];
    const change = Math.round(((priceMinor - before) * 10_000) / before);
    if (Math.abs(change) < changeBpMin) return [];
    const question: Question = {
      ...bare(change < 0 ? "cut" : "raise", entry.day),
      product: facts.nameOf(sku),
      market,
      changeBp: Math.abs(change),
      coverDays: coverOf(facts, skus, sku, entry.day),
    };
    return [{ question, weight: Math.abs(change) }];
  });
}

function purchaseQuestions(
  facts: PersonFacts,
  own: readonly AuthoredEntry[],
  skus: Skus,
): Weighed[] {
  return ofKind(own, "place-purchase").map(({ day, decision: { sku, units } }) => ({
    question: {
      ...bare("purchase", day),
      product: facts.nameOf(sku),
      units,
      coverDays: coverOf(facts, skus, sku, day),
    },
    weight: units,
  }));
}

/** Goods that ran out, one question each: the day on which most could not be sold. */
function soldOutQuestions(
  { days, nameOf }: PersonFacts,
  own: readonly AuthoredEntry[],
  skus: Skus,
): Weighed[] {
  const bought = new Set(ofKind(own, "place-purchase").map(({ decision }) => decision.sku));
  return [...bought].flatMap((sku): Weighed[] => {
    const worst = days
      .filter(({ offer, lost }) => placeOfOffer(offer) === skus.get(sku) && lost > 0)
      .toSorted((a, b) => b.lost - a.lost || a.day - b.day)[0];
    if (worst === undefined) return [];
    const { day, lost: units } = worst;
    return [{ question: { ...bare("soldOut", day), product: nameOf(sku), units }, weight: units }];
  });
}

function campaignQuestions(own: readonly AuthoredEntry[]): Weighed[] {
  return ofKind(own, "open-campaign", "edit-campaign").map(
    ({ day, decision: { dailyBudgetTicks: budgetTicks } }) => ({
      question: { ...bare("campaign", day), budgetTicks },
      weight: budgetTicks,
    }),
  );
}

function choiceQuestions({ nameOf }: PersonFacts, own: readonly AuthoredEntry[]): Weighed[] {
  return ofKind(own, "select-product").map(({ day, decision: { sku } }) => ({
    question: { ...bare("choice", day), product: nameOf(sku) },
    weight: 0,
  }));
}

import type { DecisionWish } from "@echelon/contract/practice/decision.ts";
import {
  type ExperimentArms,
  type StoreDecision,
  unnumbered,
} from "@echelon/kernel/market/decisions/decision.ts";
import { queryMatches } from "@echelon/kernel/market/listing/keyword-match.ts";
import type {
  Category,
  MarketProduct,
  WorldSource,
} from "@echelon/kernel/market/world/scenario.ts";
import {
  type CreativeKind,
  type CreativeScoring,
  scoreCreative,
} from "@echelon/kernel/market/listing/score-creative.ts";
import { type ListingScoring, scoreListing } from "@echelon/kernel/market/listing/score-listing.ts";
import { languageOf } from "../engine/season-markets.ts";

/** Product and category of a SKU, or undefined where the season does not have it. */
export function productOf(
  source: WorldSource,
  sku: string,
): { product: MarketProduct; category: Category } | undefined {
  const product = source.products.find((one) => one.sku === sku);
  const category = product === undefined ? undefined : source.categories[product.category];
  return product === undefined || category === undefined ? undefined : { product, category };
}

/** The words of a wish scored by the fixed rules; null for wishes without words. */
export function scoringOf(source: WorldSource, wish: DecisionWish): ListingScoring | null {
  if (wish.kind !== "publish-listing" && wish.kind !== "edit-listing") return null;
  const found = productOf(source, wish.sku);
  const language = languageOf(source, wish.market);
  if (found === undefined || language === undefined) return null;
  return scoreListing({ ...found, language, listing: wish.listing });
}

const creativeKinds: Partial<Record<DecisionWish["kind"], CreativeKind>> = {
  "publish-post": "post",
  "hold-livestream": "livestream",
  "buy-display": "display",
  "send-mail": "mail",
  "edit-landing": "landing",
};

/** What a wish says to people off the market, scored; null for wishes without such words. */
export function creativeOf(source: WorldSource, wish: DecisionWish): CreativeScoring | null {
  const kind = creativeKinds[wish.kind];
  if (kind === undefined || !("text" in wish)) return null;
  const language = languageOf(source, wish.market);
  if (language === undefined) return null;
  const head = wish.kind === "send-mail" ? wish.subject : "";
  const title = wish.kind === "edit-landing" ? wish.title : head;
  return scoreCreative(kind, `${title}\n${wish.text}`.trim(), language, source.categories);
}

/** The second of a mailing's two letters, scored; null where there is none. */
export function secondCreativeOf(source: WorldSource, wish: DecisionWish): CreativeScoring | null {
  if (wish.kind !== "send-mail" || wish.second === undefined) return null;
  return creativeOf(source, { ...wish, ...wish.second });
}

const noScores = { contentMilli: -1_000, claimMilli: 0, relevance: [] } as const;

/**
 * The decision that a wish becomes: the scores of its words and the searches of its keywords are
 * computed here, by fixed rules, and go into the log. Numbers are given by `checkDecision`, the
 * level of a shift by `ruleOnAuthor`.
 */
export function fillWish(source: WorldSource, wish: DecisionWish): StoreDecision {
  switch (wish.kind) {
    case "select-product":
      return { ...wish, place: unnumbered };
    case "open-campaign":
      return { ...wish, campaign: unnumbered };
    case "publish-listing":
    case "edit-listing":
      return { ...wish, scores: scoringOf(source, wish)?.scores ?? noScores };
    case "send-mail": {
      const { second, ...first } = wish;
      const fitMilli = creativeOf(source, wish)?.fitMilli ?? 0;
      if (second === undefined) return { ...first, fitMilli };
      const secondFit = secondCreativeOf(source, wish)?.fitMilli ?? 0;
      return { ...first, fitMilli, second: { ...second, fitMilli: secondFit } };
    }
    case "publish-post":
    case "hold-livestream":
    case "buy-display":
    case "edit-landing":
      return { ...wish, fitMilli: creativeOf(source, wish)?.fitMilli ?? 0 };
    case "book-influencer":
    case "buy-media":
      return { ...wish, acceptedAt: 0 };
    case "bid-tender":
      return { ...wish, sku: "", acceptedAt: 0 };
    case "cover-shift":
      return { ...wish, level: 1 };
    case "start-experiment":
      return { ...wish, arms: armsOf(source, wish) };
    case "set-bid":
      return { ...wish, matches: bidMatches(source, wish.sku, wish.keyword, wish.match) };
    case "set-negative":
      return { ...wish, matches: negativeMatches(source, wish.keyword) };
    default:
      return wish;
  }
}

/** Words of an arm are scored as those of a listing are. */
function armsOf(
  source: WorldSource,
  { sku, market, arms }: Extract<DecisionWish, { kind: "start-experiment" }>,
): ExperimentArms {
  if (arms.field !== "content") return arms;
  const found = productOf(source, sku);
  const language = languageOf(source, market);
  if (found === undefined || language === undefined) {
    return { ...arms, contentMilli: noScores.contentMilli };
  }
  const { scores } = scoreListing({ ...found, language, listing: arms.listing });
  return { ...arms, contentMilli: scores.contentMilli };
}

function bidMatches(
  source: WorldSource,
  sku: string,
  keyword: string,
  match: "exact" | "phrase" | "broad" | "auto",
): number[] {
  const category = productOf(source, sku)?.category;
  return source.scenario.markets.map(({ country }) => {
    const language = languageOf(source, country);
    if (category === undefined || language === undefined) return 0;
    return queryMatches(category, language, keyword, match);
  });
}

function negativeMatches(source: WorldSource, keyword: string) {
  const matches: { market: number; category: number; mask: number }[] = [];
  source.scenario.markets.forEach(({ country }, market) => {
    const language = languageOf(source, country);
    if (language === undefined) return;
    source.categories.forEach((category, index) => {
      const mask = queryMatches(category, language, keyword, "phrase");
      if (mask !== 0) matches.push({ market, category: index, mask });
    });
  });
  return matches;
}

/** A decision with the instant of its acceptance where it counts who was first. */
export function acceptedAt(decision: StoreDecision, at: Date): StoreDecision {
  return "acceptedAt" in decision ? { ...decision, acceptedAt: at.getTime() } : decision;
}

/** The wish that a logged decision came from: what a rewind gives back as a draft. */
export function wishOf(decision: StoreDecision): DecisionWish {
  switch (decision.kind) {
    case "select-product": {
      const { place: _, ...wish } = decision;
      return wish;
    }
    case "open-campaign": {
      const { campaign: _, ...wish } = decision;
      return { ...wish, markets: [...wish.markets] };
    }
    case "publish-listing":
    case "edit-listing": {
      const { scores: _, ...wish } = decision;
      return { ...wish, listing: copyListing(wish.listing) };
    }
    case "set-bid":
    case "set-negative": {
      const { matches: _, ...wish } = decision;
      return wish;
    }
    case "send-mail":
      return mailingOf(decision);
    case "publish-post":
    case "hold-livestream":
    case "buy-display":
    case "edit-landing": {
      const { fitMilli: _, ...wish } = decision;
      return wish;
    }
    case "book-influencer":
    case "buy-media": {
      const { acceptedAt: _, ...wish } = decision;
      return wish;
    }
    case "bid-tender": {
      const { acceptedAt: _, sku: __, ...wish } = decision;
      return wish;
    }
    case "accept-offer": {
      const { what: _, ...wish } = decision;
      return wish;
    }
    case "edit-campaign":
      return { ...decision, markets: [...decision.markets] };
    case "start-experiment": {
      const { arms } = decision;
      if (arms.field !== "content") return { ...decision, arms };
      return { ...decision, arms: { field: "content", listing: copyListing(arms.listing) } };
    }
    case "record-response": {
      const { shockKind: _, ...wish } = decision;
      return wish;
    }
    case "cover-shift": {
      const { level: _, ...wish } = decision;
      return wish;
    }
    case "state-strategy":
      return { ...decision, targets: decision.targets.map((target) => ({ ...target })) };
    case "watch-rivals":
      return { ...decision, stores: [...decision.stores] };
    case "run-promotion":
      return copyPromotion(decision);
    default:
      return decision;
  }
}

const copyPromotion = ({
  slices,
  others,
  ...wish
}: Extract<StoreDecision, { readonly kind: "run-promotion" }>) => ({
  ...wish,
  ...(slices === undefined ? {} : { slices: [...slices] }),
  ...(others === undefined ? {} : { others: [...others] }),
});

function mailingOf({
  fitMilli: _,
  second,
  ...wish
}: Extract<StoreDecision, { kind: "send-mail" }>): DecisionWish {
  if (second === undefined) return wish;
  const { subject, text } = second;
  return { ...wish, second: { subject, text } };
}

const copyListing = (listing: {
  readonly keywords: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly title: string;
  readonly text: string;
  readonly photoLevel: 0 | 1 | 2 | 3;
}) => ({
  ...listing,
  keywords: [...listing.keywords],
  attributes: { ...listing.attributes },
});

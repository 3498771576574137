/**
 * Listings that claim more than the enterprise's record of the product (E10), where the claim stood
 * longer than it takes to read the remark beside it. A word too loud, or a figure said too small,
 * is a matter of style.
 */
import type { StoreDecision } from "../decisions/decision.ts";
import { claimOf } from "../listing/listing-claim.ts";
import type { Hint } from "../listing/listing-input.ts";
import { fold, isSyllabic, squeeze, wordsOf } from "../listing/words.ts";
import type { Category, MarketProduct } from "../world/scenario.ts";
import type { World } from "../world/world.ts";
import type { BeyondRecord, Question } from "./question.ts";
import { inOrder, refOf, storesOf, type SignedEntry } from "./signed-entry.ts";

/** As much as one attribute that exceeds the record, thousandths. */
const claimLeast = 400;
/** Shorter names of choices are found by chance. */
const namedLettersLeast = 3;
/** Whoever mends it the next day made a mistake. */
const daysLeast = 2;

/** @param lastDay  the last closed day */
export function beyondRecord(
  world: World,
  entries: readonly SignedEntry[],
  lastDay: number,
): readonly Question[] {
  return storesOf(entries).flatMap((store): Question[] => {
    const own = inOrder(entries.filter((entry) => entry.store === store));
    const listings = own.flatMap((entry, at) => claimIn(world, entry, own.slice(at + 1), lastDay));
    return listings.length === 0 ? [] : [{ kind: "beyond-record", stores: [store], listings }];
  });
}

type Texted = Extract<StoreDecision, { kind: "publish-listing" | "edit-listing" }>;

function claimIn(
  world: World,
  entry: SignedEntry,
  later: readonly SignedEntry[],
  lastDay: number,
): readonly BeyondRecord[] {
  const { decision } = entry;
  if (decision.kind !== "publish-listing" && decision.kind !== "edit-listing") return [];
  const product = world.source.products[world.skuOf.get(decision.sku) ?? -1];
  if (product === undefined) return [];
  const end = later.find((one) => replaces(one.decision, decision))?.day ?? lastDay + 1;
  const days = end - entry.day;
  if (days < daysLeast) return [];
  const category = world.source.categories[product.category]!;
  const hints: Hint[] = [];
  const { listing, sku, market } = decision;
  const claim = claimOf({ product, category, language: "en", listing }, hints);
  const named = namedInTitle(product, category, listing.title);
  if (claim < claimLeast && named.length === 0) return [];
  const stated = hints.flatMap(({ code, facts }) =>
    code === "listing/claim-beyond-record"
      ? [
          {
            key: String(facts["attribute"]),
            stated: String(facts["stated"]),
            record: String(facts["record"]),
          },
        ]
      : [],
  );
  const loud = hints.find(({ code }) => code === "listing/superlative")?.facts["word"];
  return [
    {
      entry: refOf(entry),
      sku,
      market,
      days,
      attributes: [...stated, ...named],
      word: loud === undefined ? null : String(loud),
    },
  ];
}

function replaces(later: StoreDecision, { sku, market }: Texted): boolean {
  if (later.kind === "drop-product") return later.sku === sku;
  const ends =
    later.kind === "publish-listing" ||
    later.kind === "edit-listing" ||
    later.kind === "withdraw-listing";
  return ends && later.sku === sku && later.market === market;
}

/**
 * Choices that the title names in place of the record's own. What buyers search for is no claim:
 * titles are made of searches.
 */
function namedInTitle(
  product: MarketProduct,
  category: Category,
  title: string,
): BeyondRecord["attributes"] {
  const searched = category.queries.flatMap(({ phrases }) =>
    Object.values(phrases).flatMap(({ phrase, terms }) => [
      phrase,
      ...terms.flatMap(({ term, synonyms }) => [term, ...synonyms]),
    ]),
  );
  return category.attributes.flatMap(({ key, values = [] }) => {
    const record = product.attributes[key];
    const namesOf = ({ id, name }: (typeof values)[number]) => [id, ...Object.values(name)];
    const isNamed = (value: (typeof values)[number]) =>
      namesOf(value).some((name) => holds(title, name));
    const isSearched = (value: (typeof values)[number]) =>
      namesOf(value).some((name) => searched.some((phrase) => holds(phrase, name)));
    const own = values.find(({ id }) => id === record);
    if (own === undefined || isNamed(own)) return [];
    const other = values.find((value) => isNamed(value) && !isSearched(value));
    return other === undefined ? [] : [{ key, stated: other.id, record: own.id }];
  });
}

/** Whether the words of a name stand in a text as a run; syllables stand in it anywhere. */
function holds(text: string, name: string): boolean {
  const words = wordsOf(fold(name)).join(" ");
  // A size "S" stands in every "women's".
  if (!isSyllabic(name) && words.length < namedLettersLeast) return false;
  return isSyllabic(name)
    ? squeeze(fold(text)).includes(squeeze(fold(name)))
    : ` ${wordsOf(fold(text)).join(" ")} `.includes(` ${words} `);
}

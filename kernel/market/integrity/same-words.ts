/**
 * Listings of two stores whose texts agree (similarity of .9 and more of the normalized words).
 * What everybody was given does not count: words of the product's record, of its category's
 * searches and of the enterprise's own texts, small words, and words that many stores use.
 */
import { smallWords } from "../listing/listing-lexicon.ts";
import { fold, isSyllabic, wordsOf } from "../listing/words.ts";
import type { World } from "../world/world.ts";
import type { Question, WordsAlike } from "./question.ts";
import { eachPair, refOf, storesOf, type EntryRef, type SignedEntry } from "./signed-entry.ts";

/** Agreement of all words from which on it is worth asking. */
const similarityLeast = 0.9;
/** Of a text's own words: as many as chance does not repeat, and most of them. */
const ownSharedLeast = 6;
const ownShareLeast = 0.7;
/** A word that this part of the stores uses, and so many at least, is common. */
const commonShare = 0.3;
const commonStoresLeast = 4;

type Text = {
  readonly ref: EntryRef;
  readonly store: number;
  readonly sku: string;
  readonly market: string;
  readonly atSecond: number;
  readonly units: readonly string[];
};

/**
 * @param given  further words that every store has before its eyes, by SKU: the enterprise's texts
 */
export function sameWords(
  world: World,
  entries: readonly SignedEntry[],
  given: ReadonlyMap<string, string>,
): readonly Question[] {
  const texts = entries.flatMap((entry): Text[] => {
    const { decision, store, atSecond } = entry;
    if (decision.kind !== "publish-listing" && decision.kind !== "edit-listing") return [];
    const { sku, market, listing } = decision;
    const units = unitsOf(`${listing.title} ${listing.text}`);
    return [{ ref: refOf(entry), store, sku, market, atSecond, units }];
  });
  const usersOf = users(texts);
  const stores = storesOf(entries).length;
  const commonFrom = Math.max(commonStoresLeast, Math.ceil(commonShare * stores));
  const isCommon = (unit: string) => (usersOf.get(unit)?.size ?? 0) >= commonFrom;
  const pairs = new Map<string, { stores: readonly [number, number]; listings: WordsAlike[] }>();
  for (const [sku, of] of bySku(texts)) {
    const known = new Set(unitsOf(`${recordOf(world, sku)} ${given.get(sku) ?? ""}`));
    const isOwn = (unit: string) => !known.has(unit) && !small.has(unit) && !isCommon(unit);
    for (const alike of alikeOf(of, isOwn)) {
      const key = alike.stores.join("-");
      const pair = pairs.get(key) ?? { stores: alike.stores, listings: [] };
      pair.listings.push(alike.listing);
      pairs.set(key, pair);
    }
  }
  return [...pairs.values()].map((pair): Question => ({ kind: "same-words", ...pair }));
}

const small: ReadonlySet<string> = new Set(Object.values(smallWords).flat());

/** Words of a text; a run of syllables is cut into its neighboring pairs. */
export function unitsOf(text: string): readonly string[] {
  return wordsOf(fold(text)).flatMap((word) => {
    if (!isSyllabic(word)) return [word];
    const signs = [...word];
    return signs.length < 2 ? [word] : signs.slice(1).map((sign, at) => signs[at]! + sign);
  });
}

/** Everything that the season itself says about a product and its category. */
function recordOf(world: World, sku: string): string {
  const product = world.source.products[world.skuOf.get(sku) ?? -1];
  if (product === undefined) return "";
  const category = world.source.categories[product.category]!;
  return [
    ...Object.values(product.name),
    ...Object.keys(product.attributes),
    ...Object.values(product.attributes),
    ...Object.values(category.name),
    ...category.attributes.flatMap(({ name, values = [] }) => [
      ...Object.values(name),
      ...values.flatMap((value) => [value.id, ...Object.values(value.name)]),
    ]),
    ...category.queries.flatMap(({ meaning, phrases }) => [
      ...Object.values(meaning),
      ...Object.values(phrases).flatMap(({ phrase, terms }) => [
        phrase,
        ...terms.flatMap(({ term, synonyms }) => [term, ...synonyms]),
      ]),
    ]),
  ].join(" ");
}

function users(texts: readonly Text[]): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const { store, units } of texts) {
    for (const unit of units) {
      const stores = found.get(unit) ?? new Set();
      found.set(unit, stores.add(store));
    }
  }
  return found;
}

function bySku(texts: readonly Text[]): ReadonlyMap<string, readonly Text[]> {
  const found = new Map<string, Text[]>();
  for (const text of texts) found.set(text.sku, [...(found.get(text.sku) ?? []), text]);
  return found;
}

type Alike = { readonly stores: readonly [number, number]; readonly listing: WordsAlike };

/** Of each two stores the two texts that agree most, if they agree enough. */
function alikeOf(texts: readonly Text[], isOwn: (unit: string) => boolean): readonly Alike[] {
  const best = new Map<string, Alike>();
  eachPair(texts, (one, other) => {
    if (one.store === other.store) return;
    const [a, b] = one.atSecond <= other.atSecond ? [one, other] : [other, one];
    const words = Math.max(a.units.length, b.units.length);
    if (Math.min(a.units.length, b.units.length) < similarityLeast * words) return;
    const shared = sharedOf(a.units, b.units);
    if (shared < similarityLeast * words) return;
    const own = [a.units.filter(isOwn), b.units.filter(isOwn)] as const;
    const ownShared = sharedOf(...own);
    if (ownShared < ownSharedLeast) return;
    if (ownShared < ownShareLeast * Math.max(own[0].length, own[1].length)) return;
    const stores = [Math.min(a.store, b.store), Math.max(a.store, b.store)] as const;
    const key = stores.join("-");
    const known = best.get(key);
    if (known !== undefined && known.listing.shared * words >= shared * known.listing.words) return;
    best.set(key, {
      stores,
      listing: {
        sku: a.sku,
        entries: [a.ref, b.ref],
        markets: [a.market, b.market],
        words,
        shared,
        ownShared,
      },
    });
  });
  return [...best.values()];
}

/** How many words two bags have in common. */
export function sharedOf(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const unit of a) left.set(unit, (left.get(unit) ?? 0) + 1);
  let shared = 0;
  for (const unit of b) {
    const count = left.get(unit) ?? 0;
    if (count === 0) continue;
    left.set(unit, count - 1);
    shared++;
  }
  return shared;
}

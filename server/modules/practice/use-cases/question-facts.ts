import {
  listingsShownMax,
  matchesShownMax,
  type QuestionFacts,
  waysShownMax,
} from "@echelon/contract/practice/integrity.ts";
import type { ListingText } from "@echelon/kernel/market/decisions/decision.ts";
import type { GivingWay } from "@echelon/kernel/market/integrity/giving-way.ts";
import {
  type BeyondRecord,
  keyOf,
  type Question,
  type WordsAlike,
} from "@echelon/kernel/market/integrity/question.ts";
import type { EntryRef } from "@echelon/kernel/market/integrity/signed-entry.ts";
import type { LogRow } from "../store/log-store.ts";
import type { SeasonProduct } from "../store/product-store.ts";

type From = { readonly rows: readonly LogRow[]; readonly products: readonly SeasonProduct[] };
type Decided = {
  readonly sku?: string;
  readonly market?: string;
  readonly priceMinor?: number;
  readonly listing?: ListingText;
};

/** Questions with the texts and prices that they are about, ready to be read side by side. */
export function questionFacts(questions: readonly Question[], from: From): QuestionFacts[] {
  const shown = showing(from);
  return questions.map((question) => factsOf(question, shown));
}

type Shown = {
  decidedIn(line: { readonly store: number; readonly number: number }): Decided;
  kindOf(line: { readonly store: number; readonly number: number }): string;
  productOf(sku: string): SeasonProduct["detail"]["name"];
};

function showing({ rows, products }: From): Shown {
  const lines = new Map(rows.map((row) => [`${row.store}/${row.number}`, row]));
  const names = new Map(products.map(({ sku, detail }) => [sku, detail.name]));
  return {
    decidedIn: ({ store, number }) => (lines.get(`${store}/${number}`)?.decision ?? {}) as Decided,
    kindOf: ({ store, number }) => lines.get(`${store}/${number}`)?.kind ?? "",
    productOf: (sku) => names.get(sku) ?? { zh: sku, en: sku },
  };
}

function factsOf(question: Question, shown: Shown): QuestionFacts {
  const key = keyOf(question);
  const stores = [...question.stores];
  switch (question.kind) {
    case "same-words": {
      const { kind, listings } = question;
      const some = listings.slice(0, listingsShownMax).map((one) => wordsAlike(one, shown));
      return { key, kind, stores, count: listings.length, listings: some };
    }
    case "same-numbers": {
      const { kind, compared, matches, from, to } = question;
      const some = matches.slice(0, matchesShownMax).map((one) => ({
        kind: one.kind,
        about: one.about.slice(0, 200),
        sides: one.entries.map((ref, at) => ({ ...ref, value: one.values[at]! })),
      }));
      return { key, kind, stores, compared, agreed: matches.length, from, to, matches: some };
    }
    case "beyond-record": {
      const { kind, listings } = question;
      const some = listings.slice(0, listingsShownMax).map((one) => beyond(one, shown));
      return { key, kind, stores, count: listings.length, listings: some };
    }
    case "gave-way":
    case "in-turns": {
      const ways = question.ways.slice(0, waysShownMax).map((one) => wayOf(one, shown));
      return { key, kind: question.kind, stores, ways };
    }
    case "one-after-other": {
      const { kind, days, bothDays, pauseMax } = question;
      return { key, kind, stores, days: [...days], bothDays, pauseSeconds: pauseMax };
    }
    case "same-person": {
      const { kind, person, days } = question;
      return { key, kind, stores, person, days: [...days] };
    }
    default: {
      const { kind, person, members, shareBp, from, to } = question;
      return { key, kind, stores, person, members, shareBp, from, to };
    }
  }
}

type FactsOf<Kind extends QuestionFacts["kind"]> = Extract<QuestionFacts, { kind: Kind }>;

type WayFacts = Extract<QuestionFacts, { ways: unknown }>["ways"][number];

const textOf = (ref: EntryRef, { decidedIn }: Shown) => {
  const { title = "", text = "" } = decidedIn(ref).listing ?? {};
  return { title, text };
};

function wordsAlike(
  { sku, words, shared, entries, markets }: WordsAlike,
  shown: Shown,
): FactsOf<"same-words">["listings"][number] {
  const sides = entries.map((ref, at) => ({
    ...ref,
    ...textOf(ref, shown),
    market: markets[at]!,
  }));
  return { sku, product: shown.productOf(sku), words, shared, sides };
}

function beyond(
  { entry, sku, market, days, attributes, word }: BeyondRecord,
  shown: Shown,
): FactsOf<"beyond-record">["listings"][number] {
  const { title } = textOf(entry, shown);
  const product = shown.productOf(sku);
  return { ...entry, sku, product, market, title, days, attributes: [...attributes], word };
}

function wayOf(
  { store, day, days, numbers, lostMinor, lostOrdersMilli, gains }: GivingWay,
  { decidedIn, kindOf, productOf }: Shown,
): WayFacts {
  const decisions = numbers.slice(0, 200).map((number) => {
    const { sku, market, priceMinor } = decidedIn({ store, number });
    return {
      number,
      kind: kindOf({ store, number }),
      product: sku === undefined ? null : productOf(sku),
      market: market ?? null,
      priceMinor: priceMinor ?? null,
    };
  });
  return { store, day, days, decisions, lostMinor, lostOrdersMilli, gains: gains.slice(0, 5) };
}

/**
 * What a teacher may want to ask the people of stores about (practice.md section 14). Each is a set
 * of facts side by side: it names who, when and which decisions, and never says that anybody did
 * wrong. There may be good reasons for all of them.
 */
import type { GivingWay } from "./giving-way.ts";
import type { EntryRef } from "./signed-entry.ts";

/** Two texts of the same product, of two stores; the one that was there first stands first. */
export type WordsAlike = {
  readonly sku: string;
  readonly entries: readonly [EntryRef, EntryRef];
  readonly markets: readonly [string, string];
  /** Words of the longer text, and how many of them stand in the other, too. */
  readonly words: number;
  readonly shared: number;
  /** Shared words that neither the product's record nor many other listings have. */
  readonly ownShared: number;
};

/** Two decisions of the same kind about the same thing. */
export type NumbersAlike = {
  readonly entries: readonly [EntryRef, EntryRef];
  readonly kind: string;
  /** SKU, market or keyword that both are about. */
  readonly about: string;
  readonly values: readonly [number, number];
};

export type BeyondRecord = {
  readonly entry: EntryRef;
  readonly sku: string;
  readonly market: string;
  /** Days of the season on which the text stood, so far. */
  readonly days: number;
  /** Attributes that say more than the record, or other than it. */
  readonly attributes: readonly {
    readonly key: string;
    readonly stated: string;
    readonly record: string;
  }[];
  /** Words that promise more than any record can hold; the first of them. */
  readonly word: string | null;
};

export type Question =
  | {
      readonly kind: "same-words";
      readonly stores: readonly [number, number];
      readonly listings: readonly WordsAlike[];
    }
  | {
      readonly kind: "same-numbers";
      readonly stores: readonly [number, number];
      readonly matches: readonly NumbersAlike[];
      /** Decisions that could have differed, of the store that took fewer of them. */
      readonly compared: number;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: "beyond-record";
      readonly stores: readonly [number];
      readonly listings: readonly BeyondRecord[];
    }
  | {
      /** One gave way, the other gained. */
      readonly kind: "gave-way";
      readonly stores: readonly [number, number];
      readonly ways: readonly GivingWay[];
    }
  | {
      /** Each gave way to the other. */
      readonly kind: "in-turns";
      readonly stores: readonly [number, number];
      readonly ways: readonly GivingWay[];
    }
  | {
      /** The same person decided for both. */
      readonly kind: "same-person";
      readonly stores: readonly [number, number];
      readonly person: string;
      readonly days: readonly number[];
    }
  | {
      /** Day after day one store decided right after the other, and never at the same time. */
      readonly kind: "one-after-other";
      readonly stores: readonly [number, number];
      readonly days: readonly number[];
      /** Days on which both decided. */
      readonly bothDays: number;
      /** The longest pause between the two, seconds. */
      readonly pauseMax: number;
    }
  | {
      readonly kind: "small-share" | "large-share";
      readonly stores: readonly [number];
      readonly person: string;
      readonly members: number;
      /** Part of the team's weighed decisions, basis points. */
      readonly shareBp: number;
      readonly from: number;
      readonly to: number;
    };

export type QuestionKind = Question["kind"];

/** Names a question for as long as its season: the same stores and the same kind of facts. */
export function keyOf(question: Question): string {
  const stores = [...question.stores].sort((a, b) => a - b).join("-");
  const { kind } = question;
  return "person" in question ? `${kind}/${stores}/${question.person}` : `${kind}/${stores}`;
}

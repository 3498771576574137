/** What marking needs of a question and of what somebody answered; texts do not matter here. */

/** The whole of a question's points, in the unit of shares. */
export const wholeMicro = 1_000_000;

interface Shared {
  readonly shareMicro: number;
}

/** Shares are millionths of the question's points; decimals are texts, so that a tenth is one. */
export type GradableQuestion =
  | { readonly type: "single-choice" | "multiple-choice"; readonly answers: readonly Shared[] }
  | { readonly type: "true-false"; readonly isTrue: boolean }
  | {
      readonly type: "numerical";
      /** A value of null fits every number. */
      readonly answers: readonly (Shared & {
        readonly value: string | null;
        readonly tolerance: string;
      })[];
    }
  | { readonly type: "matching"; readonly pairs: readonly { readonly match: string }[] }
  | {
      readonly type: "short-answer";
      readonly isCaseSensitive: boolean;
      readonly answers: readonly (Shared & { readonly pattern: string })[];
    }
  | { readonly type: "essay" | "description" };

/** Places count the question's own answers from 0, in whatever order somebody saw them. */
export type GivenAnswer =
  | { readonly chosen: readonly number[] }
  | { readonly isTrue: boolean }
  | { readonly matches: readonly (string | null)[] }
  | { readonly text: string };

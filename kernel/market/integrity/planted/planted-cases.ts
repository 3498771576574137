/** Which stores of a written season do what is to be found. */
import type { QuestionKind } from "../question.ts";
import type { Luck } from "./luck.ts";

export type Planted = {
  readonly kind: QuestionKind;
  readonly stores: readonly number[];
  readonly person?: string;
};

export type PlantedCases = {
  readonly planted: readonly Planted[];
  /** Whose goods, and words or numbers, a store takes over. */
  modelOf(store: number): number | undefined;
  readonly words: readonly [number, number];
  readonly numbers: readonly [number, number];
  readonly boaster: number;
  /** Two stores of one person with two names, and two of one with the same. */
  readonly twins: readonly [number, number];
  readonly double: readonly [number, number];
  readonly idle: { readonly store: number; readonly person: string };
  readonly leader: { readonly store: number; readonly person: string };
  /** Honest slips: a false attribute that is mended the next day. */
  slipOf(store: number, product: number): boolean;
};

export const personOf = (store: number, member: number) => `p${store}.${member}`;

export function plantedCases(luck: Luck, stores: readonly number[]): PlantedCases {
  const [a, b, c, d, e, f, g, h, i, j, k] = luck.some(stores, 11, 0, 30) as number[];
  const words = [a!, b!] as const;
  const numbers = [c!, d!] as const;
  const twins = [f!, g!] as const;
  const double = [h!, i!] as const;
  const idle = { store: j!, person: personOf(j!, 1) };
  const leader = { store: k!, person: personOf(k!, 0) };
  return {
    words,
    numbers,
    boaster: e!,
    twins,
    double,
    idle,
    leader,
    planted: [
      { kind: "same-words", stores: words },
      { kind: "same-numbers", stores: numbers },
      { kind: "beyond-record", stores: [e!] },
      { kind: "one-after-other", stores: twins },
      { kind: "same-person", stores: double },
      { kind: "small-share", stores: [j!], person: idle.person },
      { kind: "large-share", stores: [k!], person: leader.person },
    ],
    modelOf: (store) => (store === b ? a : store === d ? c : undefined),
    slipOf: (store, product) => store !== e && luck.share(store, product, 31) < 0.06,
  };
}

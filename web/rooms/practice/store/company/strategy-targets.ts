import {
  financeMinorMax,
  priceIndexBpRange,
  ratingMilliRange,
} from "@echelon/contract/practice/typed-limits.ts";
import type { Wish } from "../use-store.ts";
import type { StrategyAnswer } from "./company-answer.ts";

export type Target = Extract<Wish, { kind: "state-strategy" }>["targets"][number];
/** As typed: whole units of money, stars, percent of the median price. */
export type Typed = Readonly<Record<keyof Target, number | null>>;
/** What is typed and not handed in: the words, and targets by period. */
export type StrategyDraft = { readonly words: string; readonly targets: readonly Typed[] };

export const targetFields = ["revenueMinor", "profitMinor", "ratingMilli", "priceIndexBp"] as const;
const empty: Typed = { revenueMinor: null, profitMinor: null, ratingMilli: 4.5, priceIndexBp: 100 };

/** The least that can be sent: of periods for which nothing was said or counts any more. */
const least: Target = {
  revenueMinor: 0,
  profitMinor: 0,
  ratingMilli: ratingMilliRange.least,
  priceIndexBp: priceIndexBpRange.least,
};

/** How many of what is sent one typed unit is; `money` minor units are one of the books. */
const scalesOf = (money: number): Readonly<Record<keyof Target, number>> => ({
  revenueMinor: money,
  profitMinor: money,
  ratingMilli: 1000,
  priceIndexBp: 100,
});

/** The least and the most that may be typed into each field. */
export const boundsOf = (money: number) => ({
  revenueMinor: { min: 0, max: financeMinorMax / money },
  profitMinor: { min: -financeMinorMax / money, max: financeMinorMax / money },
  ratingMilli: { min: ratingMilliRange.least / 1000, max: ratingMilliRange.most / 1000 },
  priceIndexBp: { min: priceIndexBpRange.least / 100, max: priceIndexBpRange.most / 100 },
});

/** Whether targets that are handed in on a day still count: an amendment is for what is to come. */
export const counts = ({ from }: { readonly from: number }, day: number, isAmendment: boolean) =>
  !isAmendment || day <= from;

/** What stands: the form begins with it. Words of an amendment are its own. */
export function standingDraft(
  { amendments, stated, periods }: StrategyAnswer,
  isAmendment: boolean,
  money: number,
): StrategyDraft {
  const last = amendments[0] ?? stated;
  const targets = periods.map((_, place) => {
    const target = last?.targets[place];
    return target === undefined ? empty : typedOf(target, money);
  });
  return { words: isAmendment ? "" : (last?.strategy ?? ""), targets };
}

/** A draft with what stands wherever a target of it does not count any more. */
export const countedDraft = (
  draft: StrategyDraft | null,
  standing: StrategyDraft,
  isCounted: readonly boolean[],
): StrategyDraft =>
  draft === null
    ? standing
    : {
        words: draft.words,
        targets: standing.targets.map((one, place) =>
          isCounted[place] ? (draft.targets[place] ?? one) : one,
        ),
      };

/** Targets as they are sent; null while one that counts is missing. */
export function targetsOf(
  { targets }: StrategyDraft,
  isCounted: readonly boolean[],
  money: number,
): Target[] | null {
  const sent = targets.map((one, place) => sentOf(one, money) ?? (isCounted[place] ? null : least));
  return sent.every((one) => one !== null) ? sent : null;
}

function typedOf(target: Target, money: number): Typed {
  const scales = scalesOf(money);
  return {
    revenueMinor: target.revenueMinor / scales.revenueMinor,
    profitMinor: target.profitMinor / scales.profitMinor,
    ratingMilli: target.ratingMilli / scales.ratingMilli,
    priceIndexBp: target.priceIndexBp / scales.priceIndexBp,
  };
}

function sentOf(typed: Typed, money: number): Target | null {
  const scales = scalesOf(money);
  const { revenueMinor, profitMinor, ratingMilli, priceIndexBp } = typed;
  if (revenueMinor === null || profitMinor === null) return null;
  if (ratingMilli === null || priceIndexBp === null) return null;
  return {
    revenueMinor: Math.round(revenueMinor * scales.revenueMinor),
    profitMinor: Math.round(profitMinor * scales.profitMinor),
    ratingMilli: Math.round(ratingMilli * scales.ratingMilli),
    priceIndexBp: Math.round(priceIndexBp * scales.priceIndexBp),
  };
}

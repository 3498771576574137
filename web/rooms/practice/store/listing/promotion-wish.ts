import type { Wish } from "../use-store.ts";
import type { EditorView } from "./listing-form.ts";

export type Standing = EditorView["row"]["promotions"][number];
export type PromotionKind = Standing["kind"];
type Run = Extract<Wish, { kind: "run-promotion" }>;

/** In the order in which two of them act. */
export const promotionKinds: readonly PromotionKind[] = [
  "price-cut",
  "flash-sale",
  "group-buy",
  "coupon",
  "multi-piece",
  "nth-piece",
  "full-reduction",
  "free-shipping",
  "bundle",
];

/** Products of a bundle beside its first. */
export const othersMost = 4;

/** A promotion as it is typed; what a kind does not ask for is kept and not sent. */
export type PromotionForm = {
  kind: PromotionKind | null;
  depthBp: number | null;
  from: number | null;
  to: number | null;
  slices: readonly number[];
  pieces: number | null;
  /** The other products of a bundle, by SKU. */
  others: readonly string[];
  overMinor: number | null;
  offMinor: number | null;
  capUnits: number | null;
};

export const usesDepth = (kind: PromotionKind) =>
  kind !== "full-reduction" && kind !== "free-shipping";
export const usesPieces = (kind: PromotionKind) =>
  kind === "multi-piece" || kind === "nth-piece" || kind === "group-buy";
export const usesSum = (kind: PromotionKind) => !usesDepth(kind);

const usualDepth: Readonly<Partial<Record<PromotionKind, number>>> = {
  "price-cut": 1_000,
  "flash-sale": 2_000,
  coupon: 1_500,
  "multi-piece": 1_000,
  "nth-piece": 5_000,
  "group-buy": 2_000,
  bundle: 1_500,
};

/** What a kind begins with: something a careful seller might run. */
export function firstForm(
  kind: PromotionKind,
  { day, days, priceMinor }: { day: number; days: number; priceMinor: number },
): PromotionForm {
  return {
    kind,
    depthBp: usualDepth[kind] ?? null,
    from: day,
    to: Math.min(days, day + 2),
    slices: [2, 3],
    pieces: kind === "group-buy" ? 10 : 2,
    others: [],
    overMinor: 2 * priceMinor,
    offMinor: Math.round(priceMinor / 5),
    capUnits: null,
  };
}

/** The wish that a form is, or what is missing: a key of the room's texts. */
export function promotionWish(
  form: PromotionForm,
  at: { sku: string; market: string },
): Run | string {
  const { kind, depthBp, from, to, slices, pieces, others, overMinor, offMinor, capUnits } = form;
  if (kind === null) return "needKind";
  if (from === null || to === null) return "needNumber";
  const days = { ...at, from, to };
  const cap = capUnits === null || capUnits === 0 ? {} : { capUnits };
  const base = { kind: "run-promotion", ...days, promotion: kind } as const;
  if (usesSum(kind)) {
    if (overMinor === null) return "needNumber";
    if (kind === "free-shipping") return { ...base, depthBp: 0, overMinor, ...cap };
    return offMinor === null || offMinor === 0
      ? "needNumber"
      : { ...base, depthBp: 0, overMinor, offMinor, ...cap };
  }
  if (depthBp === null || depthBp === 0) return "needNumber";
  if (kind === "price-cut") return { ...base, depthBp };
  if (kind === "flash-sale") {
    const isPart = slices.length > 0 && slices.length < 4;
    return isPart
      ? { ...base, depthBp, slices: slices.toSorted((a, b) => a - b), ...cap }
      : "needSlice";
  }
  if (kind === "bundle") {
    return others.length === 0 ? "needOthers" : { ...base, depthBp, others: [...others], ...cap };
  }
  if (!usesPieces(kind)) return { ...base, depthBp, ...cap };
  return pieces === null ? "needNumber" : { ...base, depthBp, pieces, ...cap };
}

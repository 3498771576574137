/**
 * Decisions with a number that could as well have been another one. A number that was proposed or
 * could be read from the shelf says nothing about who talked to whom, nor does one that many take.
 */
import type { StoreDecision } from "../decisions/decision.ts";
import { refOf, storesOf, type EntryRef, type SignedEntry } from "./signed-entry.ts";

export type DecidedNumber = {
  readonly ref: EntryRef;
  readonly kind: StoreDecision["kind"];
  /** What it is about: SKU, market, keyword. */
  readonly about: string;
  readonly value: number;
  /** Others can see it from the next day on. */
  readonly isPublic: boolean;
  /** Neither proposed, nor on the shelf, nor what many take. */
  readonly isFree: boolean;
};

/** Whether an entry's number was before everybody's eyes when it was decided. */
export type IsGiven = (entry: SignedEntry, value: number) => boolean;

/** A number is common which this part of the stores uses for a kind, and so many at least. */
const commonShare = 0.3;
const commonStoresLeast = 3;

export function decidedNumbers(
  entries: readonly SignedEntry[],
  isGiven: IsGiven,
): readonly DecidedNumber[] {
  const stores = storesOf(entries).length;
  const commonFrom = Math.max(commonStoresLeast, Math.ceil(commonShare * stores));
  const users = new Map<string, Set<number>>();
  const all = entries.flatMap((entry) =>
    numbersOf(entry.decision).map((number) => ({ entry, number })),
  );
  const nameOf = (kind: string, value: number) => `${kind}/${value}`;
  for (const { entry, number } of all) {
    const name = nameOf(entry.decision.kind, number.value);
    users.set(name, (users.get(name) ?? new Set()).add(entry.store));
  }
  return all.map(({ entry, number }) => {
    const { kind } = entry.decision;
    const isCommon = users.get(nameOf(kind, number.value))!.size >= commonFrom;
    const isFree = !isCommon && !isGiven(entry, number.value);
    return { ref: refOf(entry), kind, ...number, isFree };
  });
}

type Found = Pick<DecidedNumber, "about" | "value" | "isPublic">;

function numbersOf(decision: StoreDecision): readonly Found[] {
  const open = (about: string, value: number): Found => ({ about, value, isPublic: true });
  const secret = (about: string, value: number): Found => ({ about, value, isPublic: false });
  switch (decision.kind) {
    case "set-price":
    case "publish-listing":
      return [open(`${decision.sku} ${decision.market}`, decision.priceMinor)];
    case "set-shipping":
      return decision.feeMinor === 0
        ? []
        : [open(`${decision.sku} ${decision.market}`, decision.feeMinor)];
    case "run-promotion":
      return [decision.depthBp, decision.overMinor ?? 0, decision.offMinor ?? 0]
        .filter((value) => value > 0)
        .map((value) => open(`${decision.sku} ${decision.market}`, value));
    case "set-bid":
      return decision.bidTicks === 0
        ? []
        : [secret(`${decision.sku} ${decision.keyword}`.trim(), decision.bidTicks)];
    case "bid-on-name":
      return decision.bidTicks === 0
        ? []
        : [secret(`${decision.sku} #${decision.store}`, decision.bidTicks)];
    case "open-campaign":
    case "edit-campaign":
      return [secret("", decision.dailyBudgetTicks)];
    case "place-purchase":
      return [secret(decision.sku, decision.units)];
    case "set-reorder-rule":
      return [
        secret(`${decision.sku} point`, decision.pointUnits),
        secret(`${decision.sku} up to`, decision.upToUnits),
      ].filter(({ value }) => value > 0);
    case "move-stock":
      return [secret(`${decision.sku} ${decision.market}`, decision.units)];
    case "buy-media":
      return decision.bidMinor === 0
        ? []
        : [secret(`${decision.market} ${decision.slot}`, decision.bidMinor)];
    case "bid-tender":
      return decision.units === 0 ? [] : [secret(`${decision.tender}`, decision.unitMinor)];
    case "take-loan":
      return [secret("", decision.amountMinor)];
    default:
      return [];
  }
}

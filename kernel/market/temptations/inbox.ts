/**
 * The offers in a store's inbox. They follow from the season's seed alone, so nothing of them is
 * kept until one is accepted, and what one store answers changes no other store's letters.
 */
import { ofDollars } from "../books/dollars.ts";
import { block, philox } from "../../random/philox.ts";
import { address, purpose } from "../../random/purpose.ts";
import { firstOfBlock, secondOfBlock } from "../../random/uniform.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { sendersOfKind, temptation, temptationKinds } from "./temptation-kinds.ts";

export type InboxOffer = {
  /** Within the store: 1 + the week in which it comes. */
  readonly number: number;
  /** A number of `temptation`. */
  readonly kind: number;
  /** Which of the kind's senders writes. */
  readonly sender: number;
  /** Season days: the first on which it can be accepted, and the last. */
  readonly from: number;
  readonly to: number;
  /** Its price against that of the parameters. */
  readonly priceFactor: number;
};

const weekDays = 7;

/** The offer that comes to a store in a week, by its number; null where none comes. */
export function inboxOffer(
  { state, world, key }: DecisionContext,
  store: number,
  number: number,
): InboxOffer | null {
  if (!world.source.scenario.modules.temptations) return null;
  const week = number - 1;
  if (!Number.isInteger(week) || week < 0) return null;
  const p = world.parameters;
  philox(store, week, 0, address(purpose.inboxOffer), key.k0, key.k1);
  if (firstOfBlock() >= p["inbox.weekly"]) return null;
  const priceFactor = 1 + p["inbox.priceSpread"] * (2 * secondOfBlock() - 1);
  philox(store, week, 0, address(purpose.inboxOffer, 1), key.k0, key.k1);
  const from = weekDays * week + 1 + (block[0]! % weekDays);
  // A store is left alone at first: nobody writes to somebody who has just opened.
  const entered = state.enteredOn[store]! - world.source.scenario.burnInDays + 1;
  if (from - Math.max(1, entered) + 1 < p["inbox.firstDay"]) return null;
  return {
    number,
    kind: block[1]! % temptationKinds.length,
    sender: block[2]! % sendersOfKind,
    from,
    to: from + p["inbox.standsDays"] - 1,
    priceFactor,
  };
}

/** Every offer that has come to a store by the day at hand, the oldest first. */
export function inboxOf(context: DecisionContext, store: number): readonly InboxOffer[] {
  const found: InboxOffer[] = [];
  for (let number = 1; weekDays * (number - 1) < context.seasonDay; number++) {
    const offer = inboxOffer(context, store, number);
    if (offer !== null && offer.from <= context.seasonDay) found.push(offer);
  }
  return found;
}

/** Cash that accepting an offer moves, minor units of the books: negative is the price paid. */
export function cashOfOffer(context: DecisionContext, store: number, offer: InboxOffer): number {
  const p = context.world.parameters;
  const { kind, priceFactor } = offer;
  switch (kind) {
    case temptation.reviews:
      return 0 - ofDollars(context, p["bought.reviews"] * p["bought.reviewUsd"] * priceFactor);
    case temptation.tracking:
      return 0 - ofDollars(context, p["scans.usd"] * priceFactor);
    case temptation.pictures:
      return 0 - ofDollars(context, p["pictures.usd"] * priceFactor);
    default:
      return ofDollars(context, context.state.soldUnits[store]! * p["data.orderUsd"] * priceFactor);
  }
}

/** What an offer is about: reviews, days of scans, thousandths of content, orders so far. */
export function promiseOf({ state, world }: DecisionContext, store: number, kind: number): number {
  const p = world.parameters;
  switch (kind) {
    case temptation.reviews:
      return p["bought.reviews"];
    case temptation.tracking:
      return p["scans.days"];
    case temptation.pictures:
      return p["pictures.contentMilli"];
    default:
      return state.soldUnits[store]!;
  }
}

/** Checks of promotion off the market (E19): what is paid, booked, bid for, written to whom. */
import { ofCents } from "../books/dollars.ts";
import { account } from "../../ledger/account.ts";
import { balanceOf, exchanged } from "../books/book.ts";
import type { SpentChannel } from "../offsite/channel.ts";
import { isBooked, openBookingsMinor, standingBid } from "../offsite/bookings.ts";
import { influencersOf, type Influencer } from "../offsite/influencers.ts";
import { letterCost, lettersBefore } from "../offsite/letters.ts";
import { mediaSlot } from "../offsite/media-slots.ts";
import { usualVisits } from "../offsite/reach.ts";
import { currencyNumber, marketNumber } from "../world/lookups.ts";
import { shareOf } from "../research/estimate.ts";
import type { OffSiteDecision, Ruling, SecondLetter, Warning } from "./decision.ts";
import { accepted, isWithin, refused, warning, type DecisionContext } from "./decision-context.ts";
import { decisionLimits as limits } from "./decision-limits.ts";

type Of<K extends OffSiteDecision["kind"]> = Extract<OffSiteDecision, { readonly kind: K }>;
type Spending = Of<"publish-post" | "hold-livestream" | "buy-display">;

/** A text of which less than this is right will hardly be clicked. */
const fitLeast = 500;
/** Spending so many times the channel's scale leaves one in twenty unreached. */
const scalesMost = 3;

export function checkOffSite(
  context: DecisionContext,
  store: number,
  decision: OffSiteDecision,
): Ruling {
  const { world } = context;
  if (!world.source.scenario.modules.offsite) return refused("module-off", { module: "offsite" });
  const market = marketNumber(world, decision.market);
  if (market < 0) return refused("no-such-market", { market: decision.market });
  switch (decision.kind) {
    case "book-influencer":
      return checkBooking(context, store, market, decision);
    case "buy-media":
      return checkBid(context, store, market, decision);
    case "send-mail":
      return checkLetter(context, store, market, decision);
    case "edit-landing":
      return checkPage(context, store, market, decision);
    default:
      return checkSpending(context, store, market, decision);
  }
}

/** Whether a text is one that may be carried and scored. */
function isText(text: string, fitMilli: number): boolean {
  return text.length <= limits.textCharsMax && isWithin(fitMilli, 0, 1000);
}

/** Cash that no booking of the day has asked for. */
function freeCash(context: DecisionContext, store: number): number {
  const { state, world } = context;
  return balanceOf(state, store, account.cash, world.base) - openBookingsMinor(context, store);
}

export const channelOf = (kind: Spending["kind"]): SpentChannel =>
  kind === "publish-post" ? "post" : kind === "hold-livestream" ? "livestream" : "display";

function checkSpending(
  context: DecisionContext,
  store: number,
  market: number,
  decision: Spending,
): Ruling {
  const { text, spendMinor, fitMilli } = decision;
  if (decision.kind === "buy-display") {
    const { days } = decision;
    if (!isWithin(days, 0, limits.displayDaysMax)) {
      return refused("value-not-allowed", { field: "days", days, most: limits.displayDaysMax });
    }
    if (days === 0) return accepted({ ...decision, spendMinor: 0 });
  }
  if (!isText(text, fitMilli)) {
    return refused("value-not-allowed", { field: "text", most: limits.textCharsMax });
  }
  if (!isWithin(spendMinor, 1, limits.priceMinorMax)) {
    return refused("value-not-allowed", { field: "amount", amount: spendMinor });
  }
  const cash = freeCash(context, store);
  if (spendMinor > cash) return refused("cash-short", { cash, needed: spendMinor });
  const warnings = context.warns ? spendingWarnings(context, store, market, decision) : [];
  return accepted(decision, 0 - spendMinor, warnings);
}

function spendingWarnings(
  context: DecisionContext,
  store: number,
  market: number,
  { kind, spendMinor, fitMilli }: Spending,
): readonly Warning[] {
  const { world } = context;
  const channel = channelOf(kind);
  const warnings = [...saleWarnings(context, store, market)];
  if (fitMilli < fitLeast) warnings.push(warning("text-fits-badly", { fitMilli }));
  const most = world.parameters[`${channel}.reachMax`] * usualVisits(world, market);
  const cents = (most / 10) * world.parameters[`${channel}.perMilleUsd`] * scalesMost;
  const enough = ofCents(context, Math.floor(cents));
  if (spendMinor > enough) warnings.push(warning("reach-used-up", { spendMinor, enough }));
  return warnings;
}

function saleWarnings(context: DecisionContext, store: number, market: number): Warning[] {
  const isOnSale = listedCategories(context, store, market).size > 0;
  return isOnSale
    ? []
    : [warning("nothing-on-sale-there", { market: context.world.marketIds[market]! })];
}

/** Categories of which a store has a live listing in a market. */
function listedCategories({ state }: DecisionContext, store: number, market: number): Set<number> {
  const categories = new Set<number>();
  for (let row = 0; row < state.offerCount[0]!; row++) {
    if (state.storeOf[row] !== store || state.isDropped[row] === 1) continue;
    if (state.listing[row * state.sizes.markets + market] === 1) {
      categories.add(state.categoryOf[row]!);
    }
  }
  return categories;
}

/** What an influencer asks, minor units of the books at today's rate. */
export function priceOf({ book, world }: DecisionContext, { priceCents }: Influencer): number {
  return exchanged(book, priceCents, currencyNumber(world, "USD"), world.base);
}

function checkBooking(
  context: DecisionContext,
  store: number,
  market: number,
  decision: Of<"book-influencer">,
): Ruling {
  const { world, key, seasonDay, engineDay } = context;
  const { influencer, day } = decision;
  const one = influencersOf(world, key, market)[influencer];
  if (one === undefined) return refused("value-not-allowed", { field: "influencer", influencer });
  if (!isWithin(day, seasonDay, seasonDay + limits.bookingDaysMax)) {
    return refused("value-not-allowed", { field: "day", day, most: limits.bookingDaysMax });
  }
  if (isBooked(context, market, influencer, engineDay + day - seasonDay)) {
    return refused("media-slot-taken", { day });
  }
  const price = priceOf(context, one);
  const cash = freeCash(context, store);
  if (price > cash) return refused("cash-short", { cash, needed: price });
  const warnings = context.warns ? saleWarnings(context, store, market) : [];
  if (context.warns && !listedCategories(context, store, market).has(one.category)) {
    warnings.push(warning("followers-of-other-goods", { market: decision.market }));
  }
  return accepted(decision, 0 - price, warnings);
}

function checkPage(
  context: DecisionContext,
  store: number,
  market: number,
  decision: Of<"edit-landing">,
): Ruling {
  const { title, text, fitMilli } = decision;
  if (title.length > limits.titleCharsMax || !isText(text, fitMilli)) {
    return refused("value-not-allowed", { field: "text", most: limits.textCharsMax });
  }
  if (text.trim() === "") return refused("value-not-allowed", { field: "text" });
  if (!context.warns) return accepted(decision);
  const warnings = saleWarnings(context, store, market);
  if (fitMilli < fitLeast) warnings.push(warning("text-fits-badly", { fitMilli }));
  return accepted(decision, 0, warnings);
}

function checkLetter(
  context: DecisionContext,
  store: number,
  market: number,
  decision: Of<"send-mail">,
): Ruling {
  const { state } = context;
  const { segment, second } = decision;
  const letters = second === undefined ? [decision] : [decision, second];
  const readers = state.mailList[store * state.sizes.markets + market]!;
  if (segment !== "opted-in" || readers === 0) {
    return refused("consent-missing", { market: decision.market, readers });
  }
  const isWritten = ({ subject, text, fitMilli }: SecondLetter) =>
    subject.length <= limits.titleCharsMax && isText(text, fitMilli);
  if (!letters.every(isWritten)) {
    return refused("value-not-allowed", { field: "text", most: limits.textCharsMax });
  }
  const cost = letterCost(context, readers);
  const cash = freeCash(context, store);
  if (cost > cash) return refused("cash-short", { cash, needed: cost });
  if (!context.warns) return accepted(decision, 0 - cost);
  const warnings = saleWarnings(context, store, market);
  const fitMilli = Math.min(...letters.map((one) => one.fitMilli));
  if (fitMilli < fitLeast) warnings.push(warning("text-fits-badly", { fitMilli }));
  if (second !== undefined) warnings.push(...trialWarnings(context, readers, decision, second));
  const earlier = lettersBefore(context, store, market);
  if (earlier >= lettersWell) warnings.push(warning("third-letter", { earlier }));
  return accepted(decision, 0 - cost, warnings);
}

/** Two letters of which so few readers get each that chance is more than the best text can be. */
function trialWarnings(
  { world: { parameters: p } }: DecisionContext,
  readers: number,
  first: SecondLetter,
  second: SecondLetter,
): readonly Warning[] {
  const warnings: Warning[] = [];
  const isSame = first.subject === second.subject && first.text === second.text;
  if (isSame) warnings.push(warning("arms-equal"));
  const half = Math.floor(readers / 2);
  const [least, most] = [p["mail.responseLeast"], p["mail.responseMost"]];
  const { margin } = shareOf(Math.floor((half * (least + most)) / 2), half);
  if (margin < 0 || margin > 10_000 * (most - least)) {
    warnings.push(warning("sample-small", { marginBp: Math.max(0, margin) }));
  }
  return warnings;
}

/** Letters of a week that readers bear. */
const lettersWell = 2;

function checkBid(
  context: DecisionContext,
  store: number,
  market: number,
  decision: Of<"buy-media">,
): Ruling {
  const { world, key, seasonDay, book } = context;
  const { slot, bidMinor } = decision;
  const place = mediaSlot(world, key, market, slot);
  if (place === null) return refused("value-not-allowed", { field: "slot", slot });
  if (seasonDay > place.closesOn) return refused("media-closed", { day: place.closesOn });
  if (!isWithin(bidMinor, 0, limits.priceMinorMax)) {
    return refused("value-not-allowed", { field: "amount", amount: bidMinor });
  }
  if (bidMinor === 0) return accepted(decision);
  const usd = currencyNumber(world, "USD");
  const leastMinor = exchanged(book, place.reserveCents, usd, world.base);
  if (bidMinor < leastMinor) return refused("bid-too-low", { leastMinor });
  // The bid that stood for the place is taken back with this one.
  const cash = freeCash(context, store) + standingBid(context, store, market, slot);
  if (bidMinor > cash) return refused("cash-short", { cash, needed: bidMinor });
  return accepted(decision, 0, context.warns ? saleWarnings(context, store, market) : []);
}

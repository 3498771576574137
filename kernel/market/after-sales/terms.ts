/**
 * What a store promises its buyers in a market for after the sale: how long they may send goods
 * back, who pays the way, how long a fault is made good (practice.md 4.2, `set-after-sales`). What
 * is worth a little to shoppers is paid for with more returns and with a provision.
 */
import { exchanged } from "../books/book.ts";
import { postExpense } from "../books/bookkeeping.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { account } from "../../ledger/account.ts";
import { partyOf } from "../../ledger/party.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { Engine } from "../state/engine.ts";
import type { State } from "../state/state.ts";
import { storeKind } from "../state/store-kind.ts";
import { card, cardWidth } from "../state/workspace.ts";
import type { World } from "../world/world.ts";

/** Who pays the way back when a buyer has changed his mind; its place is its number. */
export const returnPayers = ["store", "buyer"] as const;
export type ReturnPayer = (typeof returnPayers)[number];

/** The right to send back that the law of a market gives; null where there is none in the atlas. */
export function legalWindow({ source }: World, market: number) {
  const { countries } = source.trade;
  const id = source.scenario.markets[market]?.country;
  const country = countries.find((one) => one.id === id);
  const union = countries.find(({ code }) => code === country?.union);
  return country?.withdrawal ?? union?.withdrawal ?? null;
}

/** Days in which buyers may send back; a store that promised nothing keeps to custom and law. */
export function returnDays(world: World, state: State, store: number, market: number): number {
  const promised = state.returnDays[store * state.sizes.markets + market]!;
  const usual = Math.max(
    world.parameters["terms.usualDays"],
    legalWindow(world, market)?.days ?? 0,
  );
  return promised < 0 ? 0 : promised === 0 ? usual : promised;
}

/** In `state.returnDays`: nothing was promised; and nothing can be sent back at all. */
export const unsaid = 0;
export const noReturns = -1;

const isSet = ({ returnDays: days, warrantyMonths, returnPayer }: State, place: number) =>
  days[place] !== unsaid || warrantyMonths[place] !== 0 || returnPayer[place] !== 0;

/** What the terms of a store in a market are worth to its shoppers; 0 for the usual ones. */
export function termsUtility(world: World, state: State, store: number, market: number): number {
  const place = store * state.sizes.markets + market;
  if (!world.source.scenario.modules.terms || !isSet(state, place)) return 0;
  const p = world.parameters;
  const days = returnDays(world, state, store, market);
  const usual = Math.max(p["terms.usualDays"], legalWindow(world, market)?.days ?? 0);
  const window = p["terms.windowUtility"] * (Math.sqrt(days / usual) - 1);
  const warranty = (p["terms.warrantyUtility"] * state.warrantyMonths[place]!) / 12;
  return window + warranty - p["terms.payerUtility"] * state.returnPayer[place]!;
}

/**
 * Lets listings be seen with their stores' terms. These draw the eye as content of the same utility
 * does, and enter through it, so that nothing is looked up where shoppers choose.
 *
 * @param engine  after the preparation, before the ranking
 */
export function showTerms(engine: Engine): void {
  const { world, state } = engine;
  if (!world.source.scenario.modules.terms) return;
  for (let row = 0; row < state.offerCount[0]!; row++) {
    if (state.storeKind[state.storeOf[row]!] !== storeKind.people) continue;
    for (let market = 0; market < world.sizes.markets; market++) showTermsOf(engine, row, market);
  }
}

/** The same of one listing that was prepared anew. */
export function showTermsOf(engine: Engine, row: number, market: number): void {
  const { world, state, work, weights } = engine;
  const utility = termsUtility(world, state, state.storeOf[row]!, market);
  if (utility === 0 || weights.content <= 0) return;
  const at = (market * world.sizes.offers + work.positionOf[row]!) * cardWidth;
  work.cards[at + card.contentMilli]! += (1000 * utility) / weights.content;
}

/** Factor on returns without a fault: the longer the window, the more; fewer where it costs. */
export function returnFactor(world: World, state: State, store: number, market: number): number {
  const place = store * state.sizes.markets + market;
  if (!world.source.scenario.modules.terms || !isSet(state, place)) return 1;
  const p = world.parameters;
  const usual = Math.max(p["terms.usualDays"], legalWindow(world, market)?.days ?? 0);
  const window = Math.sqrt(returnDays(world, state, store, market) / usual);
  return window * (1 - p["terms.payerReturns"] * state.returnPayer[place]!);
}

/** Whether buyers who changed their mind pay the way back. */
export const buyerPays = (state: State, store: number, market: number) =>
  state.returnPayer[store * state.sizes.markets + market] === returnPayers.indexOf("buyer");

/** What a warranty of so many months costs on average for a unit of this cost, not rounded. */
export const warrantyCost = ({ parameters: p }: World, costMinor: number, months: number) =>
  costMinor * months * p["terms.warrantyMonthly"];

/** Sets money aside for the warranties of a day's deliveries, one document a market. */
export function postWarranties(
  { state, book, world }: DecisionContext,
  costByPlace: ReadonlyMap<number, number>,
): void {
  const { markets } = state.sizes;
  for (const [place, costMinor] of [...costByPlace].sort(([a], [b]) => a - b)) {
    const months = state.warrantyMonths[place]!;
    const minor = Math.floor(warrantyCost(world, costMinor, months) + 0.5);
    if (minor === 0) continue;
    const market = place % markets;
    const buyers = partyOf("buyers", market);
    const store = Math.floor(place / markets);
    postExpense(book, documentKind.warranty, account.writeOff, store, 0, market, buyers, minor);
  }
}

/** What a unit is insured for, and the premium of its parcel; minor units of the books. */
export type Insured = { readonly valueMinor: number; readonly premiumMinor: number };

const notInsured: Insured = { valueMinor: 0, premiumMinor: 0 };

/**
 * The insurance of one parcel: a share of what its buyer would have to get back, at a premium of
 * what is lost on the way, loaded, and a little beside.
 */
export function insuredUnit(
  { world, state, book }: DecisionContext,
  store: number,
  market: number,
  grossMinor: number,
  lossPpm: number,
): Insured {
  const bp = state.insuredBp[store * state.sizes.markets + market]!;
  if (bp === 0) return notInsured;
  const value = exchanged(book, grossMinor, world.currencyOfMarket[market]!, world.base);
  return insuranceOf(world, value, bp, lossPpm);
}

export function insuranceOf(
  world: World,
  value: number,
  coverBp: number,
  lossPpm: number,
): Insured {
  const p = world.parameters;
  const valueMinor = Math.floor((value * coverBp + 5_000) / 10_000);
  const rate = (p["insurance.loading"] * lossPpm) / 1_000_000 + p["insurance.base"];
  return { valueMinor, premiumMinor: Math.floor(valueMinor * rate + 0.5) };
}

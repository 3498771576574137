/** A store's office: the city and the class it is in, what it costs and what it brings. */
import { ofCents, ofDollars } from "../books/dollars.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { account } from "../../ledger/account.ts";
import { partyOf } from "../../ledger/party.ts";
import { postExpense } from "../books/bookkeeping.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { City } from "../world/scenario.ts";
import type { World } from "../world/world.ts";

const landlord = partyOf("landlord");

export const citiesOf = (world: World): readonly City[] => world.source.scenario.cities ?? [];

/** The city of a store's office, or null where it has none. */
export function officeOf(
  { state, world }: Pick<DecisionContext, "state" | "world">,
  store: number,
): City | null {
  return citiesOf(world)[state.officeCity[store]! - 1] ?? null;
}

/** Rent of so many days, half up. */
export function rentOf(
  place: Pick<DecisionContext, "world" | "book">,
  city: City,
  isLuxury: boolean,
  days: number,
): number {
  const p = place.world.parameters;
  const month = p["office.rentMonthUsd"] * (isLuxury ? p["office.luxuryTimes"] : 1);
  const cents = Math.floor((month * (1 + city.rentBp / 10_000) * 100 * days) / 30 + 0.5);
  return ofCents(place, cents);
}

export function moveCost(place: Pick<DecisionContext, "world" | "book">): number {
  return ofDollars(place, place.world.parameters["office.moveUsd"]);
}

/** What is added to wages where the office is, basis points. */
export const wageBp = (context: Pick<DecisionContext, "state" | "world">, store: number) =>
  officeOf(context, store)?.wageBp ?? 0;

/** Levels by which people who are hired are better than they are paid for. */
export function hiringPlus(
  context: Pick<DecisionContext, "state" | "world">,
  store: number,
): number {
  const city = officeOf(context, store);
  if (city === null) return 0;
  const isLuxury = context.state.officeIsLuxury[store] === 1;
  return city.skillPlus + (isLuxury ? context.world.parameters["office.luxuryPlus"] : 0);
}

const week = 7;

/** What it costs to move in: the move and the first week, which nobody gives back. */
export const entryCost = (
  context: Pick<DecisionContext, "world" | "book">,
  city: City,
  isLuxury: boolean,
): number => moveCost(context) + rentOf(context, city, isLuxury, week);

/** Moves a store into an office, or out of it; moving out costs nothing. */
export function setOffice(
  context: DecisionContext,
  store: number,
  city: string | null,
  isLuxury: boolean,
): void {
  const { state, world, book, engineDay } = context;
  state.officeCity[store] = 1 + citiesOf(world).findIndex(({ id }) => id === city);
  state.officeIsLuxury[store] = city !== null && isLuxury ? 1 : 0;
  state.officeRentOn[store] = city === null ? 0 : engineDay;
  if (city === null) return;
  const { rent } = account;
  postExpense(book, documentKind.rent, rent, store, 0, -1, landlord, moveCost(context));
  payRent(context, store);
}

/** Charges a week's rent in advance on the day on which it is due: rent / cash. */
export function payRent(context: DecisionContext, store: number): void {
  const { state, book, engineDay } = context;
  const city = officeOf(context, store);
  if (city === null || engineDay < state.officeRentOn[store]!) return;
  state.officeRentOn[store] = engineDay + week;
  const minor = rentOf(context, city, state.officeIsLuxury[store] === 1, week);
  postExpense(book, documentKind.rent, account.rent, store, 0, -1, landlord, minor);
}

/** Numbers of the season by name, and the lanes between stores and buyers. */
import { partyOf } from "../../ledger/party.ts";
import type { World } from "./world.ts";

/** Number of a market by its country id, or -1. */
export function marketNumber(world: World, id: string): number {
  return world.marketIds.indexOf(id);
}

/** Number of a service of the trade slice, or -1. */
export function serviceNumber(world: World, id: string): number {
  return world.source.trade.services.findIndex((service) => service.id === id);
}

/** Number of a currency, or -1. */
export function currencyNumber(world: World, code: string): number {
  return world.currencies.findIndex((currency) => currency === code);
}

/** Code of a market's currency. */
export const currencyOf = (world: World, market: number) =>
  world.currencies[world.currencyOfMarket[market]!]!;

/**
 * The party that supplies a product: makers are numbered in the order in which they appear, the
 * workshops of each product behind them.
 *
 * @param supplier  its number among the product's, 0 is the maker
 */
export function supplierOf(world: World, product: number, supplier = 0): number {
  const numbers = supplierNumbers(world);
  if (supplier === 0) return partyOf("supplier", numbers[product]!);
  return partyOf("supplier", numbers.length + workshopsEach * product + supplier - 1);
}

/** Workshops that a product has beside its maker. */
export const workshopsEach = 2;

const suppliers = new WeakMap<World, Int32Array>();

function supplierNumbers(world: World): Int32Array {
  const known = suppliers.get(world);
  if (known !== undefined) return known;
  const names: string[] = [];
  const numbers = Int32Array.from(world.source.products, ({ supplier }) => {
    const number = names.indexOf(supplier);
    return number >= 0 ? number : names.push(supplier) - 1;
  });
  suppliers.set(world, numbers);
  return numbers;
}

/** The party behind a service. */
export function carrierOf(world: World, service: number): number {
  return partyOf("carrier", carrierNumber(world, service));
}

/** Number of the carrier of a service in the trade slice. */
export function carrierNumber(world: World, service: number): number {
  const { carriers, services } = world.source.trade;
  return carriers.findIndex((carrier) => carrier.id === services[service]!.carrier);
}

import type { World } from "@echelon/kernel/market/world/world.ts";

/** What is read of a season's state: the kernel's, at the start of a day or in a preview. */
type Stocked = {
  readonly sizes: { readonly markets: number };
  readonly offerCount: { readonly [at: number]: number };
  readonly storeOf: { readonly [at: number]: number };
  readonly isDropped: { readonly [at: number]: number };
  readonly listing: { readonly [at: number]: number };
  readonly service: { readonly [at: number]: number };
  readonly stock: { readonly [at: number]: number };
};

/** Where a listing's parcels are taken from. */
export type ListingPool = {
  readonly row: number;
  readonly market: number;
  /** Place in the state's stock of that pool. */
  readonly pool: number;
  /** Whether that is the market's overseas warehouse. */
  readonly isWarehouse: boolean;
};

/** Pool of stock that a service from home or from a market's warehouse takes a product from. */
export const poolOf = (state: Stocked, row: number, market: number, isWarehouse: boolean) =>
  row * (state.sizes.markets + 1) + (isWarehouse ? 1 + market : 0);

/** The pools that the listings of an offer sell from; one without a service sells from home. */
export function listingPools(world: World, state: Stocked, row: number): ListingPool[] {
  const { markets } = state.sizes;
  return Array.from({ length: markets }, (_, market) => market)
    .filter((market) => state.listing[row * markets + market] === 1)
    .map((market) => {
      const service = state.service[row * markets + market]!;
      const isWarehouse = service >= 0 && world.isLastMile[service] === 1;
      return { row, market, pool: poolOf(state, row, market, isWarehouse), isWarehouse };
    });
}

/** Stores that sell from an overseas warehouse in which none of the product lies. */
export function storesSellingFromNothing(world: World, state: Stocked): Set<number> {
  const stores = new Set<number>();
  for (let row = 0; row < state.offerCount[0]!; row += 1) {
    if (state.isDropped[row] !== 0) continue;
    const pools = listingPools(world, state, row);
    if (pools.some(({ pool, isWarehouse }) => isWarehouse && state.stock[pool] === 0))
      stores.add(state.storeOf[row]!);
  }
  return stores;
}

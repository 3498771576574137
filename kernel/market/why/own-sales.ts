/** A store's own listings in a blended day, and what they are expected to sell. */
import type { State } from "../state/state.ts";
import type { Blend } from "./blend-days.ts";

/** Less than this many units are none: the next buyer finds the shelf empty. */
export const unitsLeast = 0.5;

export type OwnListings = {
  /** Rows of the store's offers, in order. */
  readonly rows: readonly number[];
  /** Place among them by row of any offer; -1 for others'. */
  readonly ownOf: Int32Array;
  /** Markets × categories in which the store sells on either day. */
  readonly cells: readonly number[];
  readonly shelves: readonly number[];
  /** Pool that a listing sells from. */
  poolOf(state: State, row: number, market: number): number;
};

export type OwnCampaign = {
  readonly row: number;
  readonly budget: number;
  spent: number;
  pacing: number;
  isOpen: boolean;
};

/** Whose name was searched. */
export type NameOwner = "own" | "others";

/** Columns by place of the offer · markets + market, unless said. */
export type OwnSales = {
  readonly listings: OwnListings;
  /** Length of those columns. */
  readonly width: number;
  readonly clicks: Float64Array;
  readonly orders: Float64Array;
  readonly units: Float64Array;
  readonly adTicks: Float64Array;
  /** Of listings that promote, market's minor units: what goods bring, and with the fee. */
  readonly goodsMinor: Float64Array;
  readonly grossMinor: Float64Array;
  /** Units sold under a promotion. */
  readonly promoted: Float64Array;
  /** Of the slice at hand. */
  readonly wanted: Float64Array;
  readonly wantedOrders: Float64Array;
  readonly sold: Float64Array;
  /** Of paid places on the pages of names, the store's own and others': orders and ticks. */
  readonly named: Readonly<Record<NameOwner, { orders: number; ticks: number }>>;
  /** Ticks due, by campaign · width + listing. */
  readonly due: Float64Array;
  /** Sets sold, by row of a bundle's first promotion. */
  readonly sets: Map<number, number>;
  /** Units on hand by place of the offer · pools + pool. */
  readonly left: Float64Array;
  readonly campaigns: readonly OwnCampaign[];
  /** Place among them by row of the state's campaigns. */
  readonly campaignAt: ReadonlyMap<number, number>;
};

export function ownListings({ world, before, after, store }: Blend): OwnListings {
  const { markets, categories, queries, offers } = world.sizes;
  const { state } = after;
  const rows: number[] = [];
  const ownOf = new Int32Array(offers).fill(-1);
  const isCell = new Uint8Array(markets * categories);
  for (let row = 0; row < state.offerCount[0]!; row++) {
    if (state.storeOf[row] !== store) continue;
    ownOf[row] = rows.length;
    rows.push(row);
    for (let market = 0; market < markets; market++) {
      const at = row * markets + market;
      const isLive = state.listing[at] === 1 || before.state.listing[at] === 1;
      if (isLive) isCell[market * categories + state.categoryOf[row]!] = 1;
    }
  }
  const cells = Array.from(isCell.keys()).filter((cell) => isCell[cell] === 1);
  const shelves = cells.flatMap((cell) =>
    Array.from({ length: queries }, (_, query) => cell * queries + query),
  );
  const poolOf = (now: State, row: number, market: number) => {
    const service = now.service[row * markets + market]!;
    return service >= 0 && world.isLastMile[service] === 1 ? 1 + market : 0;
  };
  return { rows, ownOf, cells, shelves, poolOf };
}

/** Nothing sold yet: stock on hand, budgets whole. */
export function newOwnSales({ world, state, store, isBroke }: Blend, listings: OwnListings) {
  const { markets } = world.sizes;
  const width = listings.rows.length * markets;
  const campaigns: OwnCampaign[] = [];
  const campaignAt = new Map<number, number>();
  const { columns, rows } = state.tables.campaigns;
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] !== store) continue;
    const budget = columns.dailyBudgetTicks[row]!;
    campaignAt.set(row, campaigns.length);
    campaigns.push({
      row,
      budget,
      spent: 0,
      pacing: columns.pacing[row]!,
      isOpen: columns.isOn[row] !== 0 && budget > 0 && isBroke[store] === 0,
    });
  }
  const pools = markets + 1;
  const left = new Float64Array(listings.rows.length * pools);
  listings.rows.forEach((row, own) => {
    for (let pool = 0; pool < pools; pool++) {
      left[own * pools + pool] = state.stock[row * pools + pool]!;
    }
  });
  const column = () => new Float64Array(width);
  const sales: OwnSales = {
    listings,
    width,
    clicks: column(),
    orders: column(),
    units: column(),
    adTicks: column(),
    goodsMinor: column(),
    grossMinor: column(),
    promoted: column(),
    wanted: column(),
    wantedOrders: column(),
    sold: column(),
    named: { own: { orders: 0, ticks: 0 }, others: { orders: 0, ticks: 0 } },
    due: new Float64Array(width * campaigns.length),
    sets: new Map(),
    left,
    campaigns,
    campaignAt,
  };
  return sales;
}

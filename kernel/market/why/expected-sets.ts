/** Sets that a store's bundles are expected to sell in a slice, as far as stock goes. */
import { setsLeft } from "../promotions/bundle-offers.ts";
import type { DayPromotions } from "../promotions/day-promotions.ts";
import { capLeft, countsInSets } from "../promotions/order-pieces.ts";
import { lowersAll, meanUnit } from "../promotions/plan.ts";
import type { Engine } from "../state/engine.ts";
import { closeEmptied } from "../shelf/settle.ts";
import { unitsLeast, type OwnSales } from "./own-sales.ts";

/** Gives the slice's buyers the sets they are expected to take, once it is served. */
export function sellSets(
  engine: Engine,
  sales: OwnSales,
  promotions: DayPromotions,
  slice: number,
): void {
  const { markets } = engine.world.sizes;
  const { capUnits, soldUnits } = engine.state.tables.promotions.columns;
  for (const bundle of promotions.bundles) {
    const offer = bundle.offers[slice];
    const isOwn = sales.listings.ownOf[Math.floor(bundle.listings[0]! / markets)]! >= 0;
    if (!isOwn || offer === null || offer === undefined) continue;
    const first = bundle.rows[0]!;
    bundle.listings.forEach((chosen, piece) => {
      const at = ownAt(sales, markets, chosen);
      const asked = sales.sold[at]! * offer[piece]!.takeShare;
      const left = (listing: number) => {
        const one = promotions.byListing.get(listing)!;
        const promoted = sales.promoted[ownAt(sales, markets, listing)]!;
        const capped = Math.max(0, capLeft(engine, one, slice, countsInSets) - promoted);
        return Math.min(sales.left[stockAt(engine, sales, listing)]!, capped);
      };
      const soFar = sales.sets.get(first) ?? 0;
      const sold = soldUnits[first]! + soFar;
      const sets = Math.min(asked, setsLeft(bundle, piece, capUnits[first]!, sold, left));
      if (sets <= 0) return;
      sales.sets.set(first, soFar + sets);
      const usual = meanUnit(promotions.byListing.get(chosen)!.plans[slice]!);
      bundle.listings.forEach((listing, place) => {
        const { goodsMinor, feeMinor } = offer[place]!;
        const into = ownAt(sales, markets, listing);
        const isChosen = place === piece;
        const goods = goodsMinor - (isChosen ? usual.goodsMinor : 0);
        const fee = feeMinor - (isChosen ? usual.feeMinor : 0);
        sales.goodsMinor[into]! += sets * goods;
        sales.grossMinor[into]! += sets * (goods + fee);
        if (isChosen) return;
        sales.units[into]! += sets;
        const { terms } = promotions.byListing.get(listing)!.plans[slice]!;
        if (terms.some(({ kind }) => lowersAll(kind))) sales.promoted[into]! += sets;
        const stock = stockAt(engine, sales, listing);
        sales.left[stock]! -= sets;
        if (sales.left[stock]! < unitsLeast) closeEmptied(engine, listing);
      });
    });
  }
}

const ownAt = ({ listings }: OwnSales, markets: number, listing: number) =>
  listings.ownOf[Math.floor(listing / markets)]! * markets + (listing % markets);

function stockAt({ world, state }: Engine, { listings }: OwnSales, listing: number): number {
  const { markets } = world.sizes;
  const row = Math.floor(listing / markets);
  return listings.ownOf[row]! * (markets + 1) + listings.poolOf(state, row, listing % markets);
}

import type { ResearchView, RivalListing } from "@echelon/contract/practice/research.ts";
import { categoriesOf, isOnSale } from "@echelon/kernel/market/research/rivals.ts";
import { storeKind } from "@echelon/kernel/market/state/store-kind.ts";
import { currencyOf } from "@echelon/kernel/market/world/lookups.ts";
import type { PracticeMeans } from "../means.ts";
import { type ResultRow, storeRows } from "../store/report-store.ts";
import { nameStores } from "./name-stores.ts";
import { labelOf, marketOf, type Desk } from "./open-desk.ts";

type RivalsView = Pick<ResearchView["rivals"], "watched" | "stores" | "seenOn" | "listings">;

const listingsMax = 5_000;

/**
 * The stores that may be watched and what is seen of those that are. A day of a rival is seen so
 * many days after it: with a lag of one, that of yesterday is seen today.
 */
export async function viewRivals(means: PracticeMeans, desk: Desk): Promise<RivalsView> {
  const named = await nameStores(means, desk);
  const names = (store: number) => named(store).name;
  const seenOn = desk.row.day - desk.world.parameters["research.lagDays"];
  const rows =
    seenOn < 1
      ? []
      : await storeRows(means.database, "rivals", desk.season, desk.number, seenOn - 1, seenOn);
  const seen = rows.filter(({ day }) => day === seenOn);
  const before = new Map(
    rows.filter(({ day }) => day < seenOn).map((row) => [placeOf(row), row.priceMinor]),
  );
  return {
    watched: watchedBy(desk),
    stores: watchable(desk, names),
    seenOn: seen.length === 0 ? null : seenOn,
    listings: seen
      .toSorted((a, b) => (a.place || 999) - (b.place || 999))
      .slice(0, listingsMax)
      .map((row) => listingOf(desk, names, row, before.get(placeOf(row)))),
  };
}

const placeOf = ({ offer, market }: ResultRow<"rivals">) => `${offer}/${market}`;

function watchedBy({ preview, number }: Desk): number[] {
  const { columns, rows } = preview.state.tables.watches;
  const found: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    if (columns.store[row] === number) found.push(columns.rival[row]!);
  }
  return found;
}

function watchable(desk: Desk, nameOf: (store: number) => string): RivalsView["stores"] {
  const { state } = desk.preview;
  const near = nearStores(desk);
  const found: RivalsView["stores"] = [];
  for (let store = 0; store < state.sizes.stores; store += 1) {
    if (store === desk.number || state.storeKind[store] === storeKind.absent) continue;
    found.push({ store, name: nameOf(store), isNear: near.has(store) });
  }
  return found;
}

/**
 * Stores that sell in a category of the own products; what is not on sale is nobody's business. The
 * preview is everybody's, and what others decide on the open day nobody is told: of them it is as
 * the day began.
 */
export function nearStores({ preview, opening, context, number }: Desk): ReadonlySet<number> {
  const own = categoriesOf(context, number);
  const near = new Set<number>();
  for (const { state } of [opening, preview]) {
    for (let offer = 0; offer < state.offerCount[0]!; offer += 1) {
      const store = state.storeOf[offer]!;
      if ((store === number) !== (state === preview.state)) continue;
      if (own.has(state.categoryOf[offer]!) && isOnSale(state, offer)) near.add(store);
    }
  }
  return near;
}

function listingOf(
  desk: Desk,
  nameOf: (store: number) => string,
  row: ResultRow<"rivals">,
  priceBefore: number | undefined,
): RivalListing {
  const { world } = desk;
  const label = labelOf(desk, row.offer);
  const query = world.source.categories[row.category]?.queries[row.query];
  return {
    store: row.rival,
    name: nameOf(row.rival),
    market: marketOf(desk, row.market),
    category: world.categoryIds[row.category] ?? "",
    sku: label.sku,
    product: label.name,
    currency: currencyOf(world, row.market),
    priceMinor: row.priceMinor,
    landedMinor: row.landedMinor,
    referenceMinor: row.referenceMinor,
    indexBp:
      row.referenceMinor === 0 ? 0 : Math.round((10_000 * row.landedMinor) / row.referenceMinor),
    changeMinor: priceBefore === undefined ? null : row.priceMinor - priceBefore,
    place: row.place === 0 ? null : row.place,
    query: query?.meaning ?? null,
    isSponsored: row.isSponsored === 1,
    ratingMilli: row.ratingMilli,
    reviews: row.reviews,
  };
}

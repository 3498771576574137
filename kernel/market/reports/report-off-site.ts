/** The rows of a day about stores' own pages and promotion off the market, for reported stores. */
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { exchanged } from "../books/book.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { sourceCount, sourceOf } from "../offsite/channel.ts";
import type { DirectSales } from "../offsite/direct-sales.ts";
import type { PromotedSales } from "../promotions/lots.ts";
import { directPlaces } from "../shelf/settle.ts";
import { addRow } from "../state/tables.ts";
import type { Workspace } from "../state/workspace.ts";
import type { DayReport } from "./report.ts";
import { writeSales } from "./report-sales.ts";

/** What a listing had of visits to stores' own pages, and of it what it paid for. */
export type DirectShown = {
  visits: number;
  impressions: number;
  carts: number;
  adImpressions: number;
  adClicks: number;
  adTicks: number;
  adUnits: number;
};

const rival = sourceOf("rival");

/** By offer · markets + market. */
export function directShown(
  { visits, table }: DirectSales,
  markets: number,
): ReadonlyMap<number, DirectShown> {
  const shown = new Map<number, DirectShown>();
  const of = (offer: number, market: number) => {
    const cell = offer * markets + market;
    const known = shown.get(cell);
    if (known !== undefined) return known;
    const made = {
      visits: 0,
      impressions: 0,
      carts: 0,
      adImpressions: 0,
      adClicks: 0,
      adTicks: 0,
      adUnits: 0,
    };
    shown.set(cell, made);
    return made;
  };
  visits.pages.forEach((page, at) => {
    const sum = page.visits.reduce((total, one) => total + one, 0);
    for (const offer of visits.shown[at]!) of(offer, page.market).visits += sum;
  });
  const { columns, rows } = table;
  for (let row = 0; row < rows; row++) {
    const one = of(columns.offer[row]!, columns.market[row]!);
    one.visits += columns.visits[row]!;
    one.impressions += columns.impressions[row]!;
    one.carts += columns.carts[row]!;
    if (columns.entry[row]! < 0) continue;
    one.adImpressions += columns.impressions[row]!;
    one.adClicks += columns.clicks[row]!;
    one.adTicks += columns.clicks[row]! * columns.priceTicks[row]!;
    one.adUnits += columns.units[row]!;
  }
  return shown;
}

/** Writes sales by source, what each source brought and cost, and how well stores are known. */
export function reportOffSite(
  context: DecisionContext,
  work: Workspace,
  sales: PromotedSales,
  report: DayReport,
  direct: DirectSales,
): void {
  const { stores, markets } = context.state.sizes;
  const sums = sumsOf(context, work, sales, report, direct);
  const left = new Int32Array(stores * markets);
  for (const one of direct.letters) left[one.store * markets + one.market]! += one.left;
  for (let store = 0; store < stores; store++) {
    if (!report.isReported(store)) continue;
    for (let market = 0; market < markets; market++) {
      const place = store * markets + market;
      writeSources(report, sums, direct, place, markets);
      writeBrand(context, report, direct.joined[place]!, left[place]!, place);
    }
  }
}

/** By (store · markets + market) · sources + source. */
type Sums = Readonly<
  Record<"visits" | "clicks" | "orders" | "units" | "revenueMinor" | "costMinor", Float64Array>
>;

function sumsOf(
  context: DecisionContext,
  work: Workspace,
  sales: PromotedSales,
  report: DayReport,
  direct: DirectSales,
): Sums {
  const { state, world, book } = context;
  const { stores, markets } = state.sizes;
  const column = () => new Float64Array(stores * markets * sourceCount);
  const sums = {
    visits: column(),
    clicks: column(),
    orders: column(),
    units: column(),
    revenueMinor: column(),
    costMinor: column(),
  };
  for (const page of direct.visits.pages) {
    const from = (page.store * markets + page.market) * sourceCount;
    page.visits.forEach((visits, source) => (sums.visits[from + source]! += visits));
  }
  const { columns, rows } = direct.table;
  for (let row = 0; row < rows; row++) {
    const offer = columns.offer[row]!;
    const market = columns.market[row]!;
    const store = state.storeOf[offer]!;
    if (!report.isReported(store)) continue;
    const source = columns.source[row]!;
    const at = (store * markets + market) * sourceCount + source;
    const paid =
      columns.orders[row] === 0
        ? 0
        : writeSales(context, work, sales, report, {
            offer,
            market,
            query: -1,
            slice: columns.slice[row]!,
            slot: columns.place[row]!,
            isSponsored: columns.entry[row]! >= 0,
            source,
            where: directPlaces + columns.where[row]!,
            at: row,
            orders: columns.orders[row]!,
            units: columns.units[row]!,
          });
    sums.clicks[at]! += columns.clicks[row]!;
    sums.orders[at]! += columns.orders[row]!;
    sums.units[at]! += columns.units[row]!;
    sums.revenueMinor[at]! += exchanged(book, paid, world.currencyOfMarket[market]!, world.base);
  }
  for (const { at, minor } of costs(context)) sums.costMinor[at]! += minor;
  return sums;
}

/** Documents of the day about promotion: they name the channel and the market. */
function costs({ book, state }: DecisionContext): { at: number; minor: number }[] {
  const { columns, rows } = book.table;
  const found: { at: number; minor: number }[] = [];
  for (let row = 0; row < rows; row++) {
    if (columns.kind[row] !== documentKind.offSite) continue;
    if (columns.party[row] !== columns.store[row]) continue;
    if (columns.account[row] !== account.offSite) continue;
    const place = columns.store[row]! * state.sizes.markets + columns.market[row]!;
    found.push({
      at: place * sourceCount + columns.subject[row]!,
      minor: columns.amountMinor[row]!,
    });
  }
  return found;
}

function writeSources(
  report: DayReport,
  sums: Sums,
  { visits: { views } }: DirectSales,
  place: number,
  markets: number,
): void {
  for (let source = 0; source < sourceCount; source++) {
    // Paid places on others' pages are advertising on the market: campaigns tell of them.
    if (source === rival) continue;
    const at = place * sourceCount + source;
    if (views[at] === 0 && sums.visits[at] === 0 && sums.costMinor[at] === 0) continue;
    const row = addRow(report.tables.outreach);
    const { columns } = report.tables.outreach;
    columns.store[row] = Math.floor(place / markets);
    columns.market[row] = place % markets;
    columns.source[row] = source;
    columns.views[row] = views[at]!;
    columns.visits[row] = sums.visits[at]!;
    columns.clicks[row] = sums.clicks[at]!;
    columns.orders[row] = sums.orders[at]!;
    columns.units[row] = sums.units[at]!;
    columns.revenueMinor[row] = sums.revenueMinor[at]!;
    columns.costMinor[row] = sums.costMinor[at]!;
  }
}

function writeBrand(
  { state }: DecisionContext,
  report: DayReport,
  came: number,
  left: number,
  place: number,
): void {
  const { markets } = state.sizes;
  const awareness = state.awareness[place]!;
  const readers = state.mailList[place]!;
  if (awareness === 0 && readers === 0 && came === 0 && left === 0) return;
  const row = addRow(report.tables.brand);
  const { columns } = report.tables.brand;
  columns.store[row] = Math.floor(place / markets);
  columns.market[row] = place % markets;
  columns.awarenessPpm[row] = Math.floor(1_000_000 * awareness + 0.5);
  columns.mailList[row] = readers;
  columns.joined[row] = came;
  columns.unsubscribed[row] = left;
}

import type { ClosedTender, OpenTender, TendersView } from "@echelon/contract/practice/tenders.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { ladderCost } from "@echelon/kernel/market/books/economics.ts";
import { offerRow } from "@echelon/kernel/market/decisions/decision-context.ts";
import { isSandbox } from "@echelon/kernel/market/sandbox/matching.ts";
import { suppliersOf, maker } from "@echelon/kernel/market/sourcing/suppliers.ts";
import { bidsThat } from "@echelon/kernel/market/sourcing/tender-bids.ts";
import { type Tender, tenderOf, tendersOn } from "@echelon/kernel/market/sourcing/tenders.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { type ResultRow, seasonRows } from "../store/report-store.ts";
import { nameStores, type StoreName } from "./name-stores.ts";
import { openDesk, type Desk } from "./open-desk.ts";

/** Closed tenders are shown for so many days. */
const daysShown = 60;
const closedShown = 200;

/** Lots on which the store may bid, and who won at which price those that have closed. */
export async function viewTenders(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<TendersView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const { world, context, closed, row } = desk;
  if (!world.source.scenario.modules.tenders) {
    return refuse({ code: "practice/module-off", facts: { module: "tenders" } });
  }
  const from = Math.max(1, closed - daysShown + 1);
  const rows = await seasonRows(means.database, "tenders", season, from, closed);
  const names = await nameStores(means, desk);
  const byTender = Map.groupBy(rows, ({ tender }) => tender);
  return ok({
    currency: world.currencies[world.base]!,
    depositBp: world.parameters["purchase.depositBp"],
    tie: isSandbox(world) ? "sales" : "time",
    open: tendersOn(context, row.day).map((one) => openOne(desk, one)),
    closed: [...byTender.values()]
      .toReversed()
      .slice(0, closedShown)
      .map((bids) => closedOne(desk, names, bids)),
  });
}

function openOne(desk: Desk, one: Tender): OpenTender {
  const { context, number: store } = desk;
  const product = productOf(desk, one);
  const offered = suppliersOf(context, one.product)[maker]!;
  const listed = (units: number) =>
    Math.round(ladderCost(context, one.product, offered, units) / units);
  const bid = bidsThat(context.state, (own) => own.store === store && own.tender === one.number)[0];
  return {
    tender: one.number,
    ...product,
    isSelected: offerRow(context, store, product.sku) >= 0,
    units: one.units,
    mostUnits: one.mostUnits,
    lowMinor: one.lowMinor,
    highMinor: one.highMinor,
    listMinor: listed(offered.moq),
    orderedMinor: listed(Math.max(offered.moq, one.mostUnits)),
    closesOn: one.closesOn,
    leadDays: one.leadDays,
    bid: bid === undefined ? null : { unitMinor: bid.unitMinor, units: bid.units },
  };
}

function closedOne(
  desk: Desk,
  names: (store: number) => StoreName,
  bids: readonly ResultRow<"tenders">[],
): ClosedTender {
  const { tender, day } = bids[0]!;
  const one = tenderOf(desk.context, tender)!;
  const winners = bids.filter(({ wonUnits }) => wonUnits > 0);
  const won = winners.reduce((sum, { wonUnits }) => sum + wonUnits, 0);
  const own = bids.find(({ store }) => store === desk.number);
  return {
    tender,
    ...productOf(desk, one),
    day,
    units: one.units,
    leftUnits: one.units - won,
    winners: winners.map(({ store, unitMinor, wonUnits }) => ({
      store: store < 0 ? null : store,
      name: store < 0 ? "" : names(store).name,
      unitMinor,
      units: wonUnits,
    })),
    own: own === undefined ? null : ownBid(own),
  };
}

function ownBid(row: ResultRow<"tenders">): NonNullable<ClosedTender["own"]> {
  const { unitMinor, units, wonUnits, neededMinor } = row;
  const isUnpaid = row.isUnpaid === 1;
  // Of a bid that won all, or could not be paid, a better price would say who bid what below it.
  const isTold = wonUnits < units && !isUnpaid && neededMinor >= 0;
  return { unitMinor, units, wonUnits, isUnpaid, neededMinor: isTold ? neededMinor : null };
}

function productOf({ products }: Desk, { product }: Tender) {
  const { sku, detail } = products[product]!;
  return { sku, name: detail.name, picture: detail.picture };
}

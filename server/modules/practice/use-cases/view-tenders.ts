import {
  type ClosedTender,
  type OpenTender,
  type TendersView,
  winnersShown,
} from "@echelon/contract/practice/tenders.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { ladderCost } from "@echelon/kernel/market/books/economics.ts";
import { offerRow } from "@echelon/kernel/market/decisions/decision-context.ts";
import { isSandbox } from "@echelon/kernel/market/sandbox/matching.ts";
import { suppliersOf, maker } from "@echelon/kernel/market/sourcing/suppliers.ts";
import { termsOf } from "@echelon/kernel/market/sourcing/supplier-terms.ts";
import { bidsThat } from "@echelon/kernel/market/sourcing/tender-bids.ts";
import { type Tender, tendersClosing, tendersOn } from "@echelon/kernel/market/sourcing/tenders.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { type ResultRow, tenderRows } from "../store/report-store.ts";
import { nameStores, type StoreName } from "./name-stores.ts";
import { openDesk, type Desk } from "./open-desk.ts";

/** Closed tenders are shown for so many days. */
const daysShown = 28;
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
  const rows = await tenderRows(means.database, season, store, from, closed);
  const names = await nameStores(means, desk);
  const byTender = Map.groupBy(rows, ({ tender }) => tender);
  const days = Array.from({ length: closed - from + 1 }, (_, place) => from + place);
  return ok({
    currency: world.currencies[world.base]!,
    tie: isSandbox(world) ? "sales" : "time",
    open: tendersOn(context, row.day).map((one) => openOne(desk, one)),
    closed: days
      .flatMap((day) => tendersClosing(context, day))
      .toReversed()
      .slice(0, closedShown)
      .map((one) => closedOne(desk, names, one, byTender.get(one.number) ?? [])),
  });
}

function openOne(desk: Desk, one: Tender): OpenTender {
  const { context, number: store } = desk;
  const product = productOf(desk, one);
  const offered = suppliersOf(context, one.product)[maker]!;
  const listed = (units: number) =>
    Math.round(ladderCost(context, one.product, offered, units) / units);
  const bid = bidsThat(context.state, (of, lot) => of === store && lot === one.number)[0];
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
    depositBp: termsOf(context, store, one.product)!.depositBp,
    bid: bid === undefined ? null : { unitMinor: bid.unitMinor, units: bid.units },
  };
}

function closedOne(
  desk: Desk,
  names: (store: number) => StoreName,
  one: Tender,
  bids: readonly ResultRow<"tenders">[],
): ClosedTender {
  const winners = bids.filter(({ wonUnits }) => wonUnits > 0);
  const won = winners.reduce((sum, { wonUnits }) => sum + wonUnits, 0);
  const own = bids.find(({ store }) => store === desk.number);
  return {
    tender: one.number,
    ...productOf(desk, one),
    day: one.closesOn,
    units: one.units,
    leftUnits: one.units - won,
    winnersCount: winners.length,
    winners: winners.slice(0, winnersShown).map(({ store, unitMinor, wonUnits }) => ({
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

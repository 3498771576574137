import type { MarketTerms, TermsView } from "@echelon/contract/practice/terms.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { documentKind } from "@echelon/kernel/ledger/document-kind.ts";
import { account } from "@echelon/kernel/ledger/account.ts";
import {
  insuranceOf,
  legalWindow,
  returnDays,
  returnPayers,
  unsaid,
} from "@echelon/kernel/market/after-sales/terms.ts";
import { exchanged } from "@echelon/kernel/market/books/book.ts";
import { laneOf } from "@echelon/kernel/market/parcels/lanes.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { readMarketSums, type MarketSum } from "../store/ledger-store.ts";
import { offerRows, openDesk, type Desk } from "./open-desk.ts";

/** The store's terms for after the sale and its insurance, market by market. */
export async function viewTerms(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<TermsView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const { source, parameters } = desk.world;
  const kinds = [documentKind.insurance, documentKind.claim, documentKind.warranty];
  const sums = await readMarketSums(means.database, season, store, kinds);
  return ok({
    booksCurrency: source.scenario.booksCurrency,
    usualDays: parameters["terms.usualDays"],
    markets: source.scenario.markets.map((_, market) => termsIn(desk, market, sums)),
  });
}

function termsIn(desk: Desk, market: number, sums: readonly MarketSum[]): MarketTerms {
  const { world, number: store } = desk;
  const { state } = desk.preview;
  const place = store * state.sizes.markets + market;
  const law = legalWindow(world, market);
  const listed = offerRows(desk).filter(
    (row) => state.listing[row * state.sizes.markets + market] === 1,
  );
  const sumOf = (kind: number, of: number) =>
    sums
      .filter((one) => one.market === market && one.kind === kind && one.account === of)
      .reduce((sum, one) => sum + Number(one.minor), 0);
  return {
    market: world.marketIds[market]!,
    isListed: listed.length > 0,
    law:
      law === null ? null : { days: law.days, certainty: law.certainty, title: law.source.title },
    isSaid: state.returnDays[place] !== unsaid,
    returnDays: returnDays(world, state, store, market),
    warrantyMonths: state.warrantyMonths[place]!,
    returnPayer: returnPayers[state.returnPayer[place]!]!,
    coverBp: state.insuredBp[place]!,
    sample: sampleOf(desk, market, listed),
    premiumsMinor: sumOf(documentKind.insurance, account.shipping),
    compensatedMinor: 0 - sumOf(documentKind.claim, account.writeOff),
    warrantiesMinor: sumOf(documentKind.warranty, account.writeOff),
  };
}

/** A parcel at the mean price of what the store lists in a market, covered whole. */
function sampleOf(
  { context, preview: { state }, world }: Desk,
  market: number,
  rows: readonly number[],
): MarketTerms["sample"] {
  const base = world.currencies[world.base]!;
  const parcels = rows.flatMap((row) => {
    const cell = row * state.sizes.markets + market;
    const lane = laneOf(world, context.trade, state.skuOf[row]!, market, state.service[cell]!);
    if (lane === null) return [];
    const gross = state.priceMinor[cell]! + state.feeMinor[cell]!;
    const there = world.currencyOfMarket[market]!;
    const value = exchanged(context.book, gross, there, world.base);
    return [{ value, lossPpm: lane.fate.lossPpm }];
  });
  if (parcels.length === 0) return null;
  const mean = (pick: (one: (typeof parcels)[number]) => number) =>
    Math.round(parcels.reduce((sum, one) => sum + pick(one), 0) / parcels.length);
  const [value, lossPpm] = [mean((one) => one.value), mean((one) => one.lossPpm)];
  const { valueMinor, premiumMinor } = insuranceOf(world, value, 10_000, lossPpm);
  return { currency: base, valueMinor, premiumMinor, lossPpm };
}

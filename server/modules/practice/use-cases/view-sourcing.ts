import type { SourcingView, SupplierTerms } from "@echelon/contract/practice/sourcing.ts";
import { Ask } from "@echelon/contract/practice/sourcing-wishes.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { ladderCost } from "@echelon/kernel/market/books/economics.ts";
import { relationRow } from "@echelon/kernel/market/sourcing/relation.ts";
import { panelStars, sampleCost } from "@echelon/kernel/market/sourcing/samples.ts";
import { talkOf } from "@echelon/kernel/market/sourcing/talks.ts";
import { maker, suppliersOf } from "@echelon/kernel/market/sourcing/suppliers.ts";
import {
  meanLeadDays,
  termsOf,
  type Terms,
} from "@echelon/kernel/market/sourcing/supplier-terms.ts";
import { sourcingEvents } from "@echelon/kernel/market/state/tables.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { type ResultRow, storeRows } from "../store/report-store.ts";
import { labelOf, offerRows, openDesk, type Desk } from "./open-desk.ts";

const eventsShown = 400;
const breaksShown = 5;

/** Who supplies the store's products on what terms, and what came of it. */
export async function viewSourcing(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<SourcingView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const { closed } = desk;
  const events = await storeRows(means.database, "sourcing", season, store, 1, closed);
  return ok({
    products: offerRows(desk).map((row) => productOf(desk, row)),
    roundsMost: desk.world.parameters["talk.roundsAWeek"],
    sampleUnits: desk.world.parameters["sample.units"],
    testers: desk.world.parameters["sample.panel"],
    typicalMilli: Math.round(1_000 * panelStars(desk.world, desk.world.parameters["fit.mean"])),
    waitsFromMilli: desk.world.parameters["relation.accountMilli"],
    events: eventsOf(desk, events),
  });
}

function productOf(desk: Desk, row: number): SourcingView["products"][number] {
  const place = desk.preview.state.skuOf[row]!;
  const product = desk.products[place]!;
  return {
    sku: product.sku,
    name: product.detail.name,
    picture: product.detail.picture,
    suppliers: suppliersOf(desk.context, place).map(({ number }) =>
      termsView(desk, place, termsOf(desk.context, desk.number, place, number)!),
    ),
  };
}

function termsView(desk: Desk, product: number, terms: Terms): SupplierTerms {
  const { context, world, number: store, preview } = desk;
  const { supplier, priceBp, leadBp, depositBp } = terms;
  const row = relationRow(preview.state, store, product, supplier.number);
  const { columns } = preview.state.tables.relations;
  const known = (name: "units" | "paid" | "late" | "looked" | "found") =>
    row < 0 ? 0 : columns[name][row]!;
  const waits =
    supplier.number === maker || terms.relationMilli >= world.parameters["relation.accountMilli"];
  return {
    number: supplier.number,
    moq: supplier.moq,
    outputUnits: supplier.outputUnits,
    leadDays: Math.max(1, Math.round(meanLeadDays(context, store, product, terms))),
    depositBp,
    prepayBp: world.parameters["supply.prepayBp"],
    priceBp,
    leadBp,
    relationMilli: terms.relationMilli,
    units: known("units"),
    paid: known("paid"),
    late: known("late"),
    waits: world.source.scenario.modules.loans ? waits : null,
    looked: known("looked"),
    found: known("found"),
    ...dealings(desk, product, supplier.number, row),
    breaks: Array.from({ length: breaksShown }, (_, step) => supplier.moq * 2 ** step)
      .filter((units) => units <= supplier.outputUnits)
      .map((units) => ({
        units,
        unitMinor: Math.round(ladderCost(context, product, supplier, units, priceBp) / units),
      })),
  };
}

const asked = Ask.options;

/** Talks and samples: what they would bring and cost today. */
function dealings(
  { context, world, number: store, preview }: Desk,
  product: number,
  supplier: number,
  row: number,
): Pick<SupplierTerms, "talks" | "rounds" | "isTalking" | "sampleMinor" | "isSampled"> {
  const talks = asked.map((ask) => talkOf(context, store, product, supplier, ask));
  const bp = (share: number) => Math.round(10_000 * share);
  return {
    talks: talks.map((talk, at) => ({
      ask: asked[at]!,
      chanceBp: bp(talk.chance),
      baseBp: bp(talk.base),
      byRelationBp: bp(talk.byRelation),
      byVolumeBp: bp(talk.byVolume),
      byRoundsBp: bp(talk.byRounds),
      byGrantedBp: bp(talk.byGranted),
      stepBp: world.parameters[`talk.${asked[at]!}StepBp`],
      isLeft: talk.isLeft,
    })),
    rounds: talks[0]!.rounds,
    isTalking: talks[0]!.isOpen,
    sampleMinor: sampleCost(context, product, supplier),
    isSampled: row >= 0 && preview.state.tables.relations.columns.isSampled[row] === 1,
  };
}

function eventsOf(desk: Desk, rows: readonly ResultRow<"sourcing">[]): SourcingView["events"] {
  return rows
    .toSorted((a, b) => b.day - a.day || b.line - a.line)
    .slice(0, eventsShown)
    .map((row) => ({
      day: row.day,
      ...labelOf(desk, row.offer),
      supplier: row.supplier,
      event: sourcingEvents[row.event]!,
      orderedOn: row.orderedOn,
      promisedOn: row.promisedOn,
      units: row.units,
      looked: row.looked,
      found: row.found,
      amountMinor: row.amountMinor,
      valueMilli: row.valueMilli,
      errorMilli: row.errorMilli,
      ask: row.ask === 0 ? null : asked[row.ask - 1]!,
      grantedBp: row.grantedBp,
    }));
}

/**
 * Talks with suppliers: a store asks for a step off the price, the deposit or the days, and hears
 * at the close whether the supplier gives way. What moves it is no secret: the relation, goods on
 * order, and how often it was asked and gave way before.
 */
import { address, purpose } from "../../random/purpose.ts";
import { uniform } from "../../random/uniform.ts";
import { offerRow, type DecisionContext } from "../decisions/decision-context.ts";
import { isPurchase } from "../goods/supply-table.ts";
import type { Parameters } from "../parameters/parameters.ts";
import type { DayReport } from "../reports/report.ts";
import { relationFor, relationMilli, relationRow } from "./relation.ts";
import { suppliersOf } from "./suppliers.ts";

/** What may be asked for; the table of relations holds the index, 0 is nothing. */
export const asks = ["none", "price", "terms", "lead"] as const;
export type Ask = Exclude<(typeof asks)[number], "none">;

const columnOf = { price: "priceBp", terms: "depositBp", lead: "leadBp" } as const;

/** What a store has of its talks with a supplier of a product. */
export type Talk = {
  /** Chance that the next ask is granted, and what it is made of. */
  readonly chance: number;
  readonly base: number;
  readonly byRelation: number;
  readonly byVolume: number;
  readonly byRounds: number;
  readonly byGranted: number;
  /** Rounds of this week, and whether one of them is of today. */
  readonly rounds: number;
  readonly isOpen: boolean;
  /** Whether there is a step left. */
  readonly isLeft: boolean;
};

const stepOf = (p: Parameters, ask: Ask) => p[`talk.${ask}StepBp`];

/** What moves a supplier when it is asked today. */
export function talkOf(
  context: DecisionContext,
  store: number,
  product: number,
  supplier: number,
  ask: Ask,
): Talk {
  const { state, world } = context;
  const p = world.parameters;
  const row = relationRow(state, store, product, supplier);
  const { columns } = state.tables.relations;
  const rounds = row >= 0 && columns.week[row] === weekOf(context) ? columns.rounds[row]! : 0;
  const steps = row < 0 ? 0 : columns[columnOf[ask]][row]! / stepOf(p, ask);
  const lots = openLots(context, store, product, supplier);
  const parts = {
    base: p["talk.base"],
    byRelation: (p["talk.relation"] * relationMilli(context, row)) / 1000,
    byVolume: (p["talk.volume"] * lots) / (lots + p["talk.volumeLots"]),
    byRounds: 0 - p["talk.round"] * rounds,
    byGranted: 0 - p["talk.granted"] * steps,
  };
  const sum = parts.base + parts.byRelation + parts.byVolume + parts.byRounds + parts.byGranted;
  return {
    ...parts,
    chance: Math.min(p["talk.most"], Math.max(p["talk.least"], sum)),
    rounds,
    isOpen: row >= 0 && columns.ask[row]! > 0,
    isLeft: steps < p[`talk.${ask}Steps`],
  };
}

const weekOf = ({ seasonDay }: DecisionContext) => Math.floor((seasonDay - 1) / 7);

/** Goods on order from a supplier, in its minimum lots. */
function openLots(
  context: DecisionContext,
  store: number,
  product: number,
  supplier: number,
): number {
  const { state } = context;
  const { columns, rows } = state.tables.supply;
  let units = 0;
  for (let at = 0; at < rows; at++) {
    const row = columns.offer[at]!;
    if (state.storeOf[row] !== store || state.skuOf[row] !== product) continue;
    if (columns.supplier[at] === supplier && isPurchase(columns.mode[at]!)) {
      units += columns.units[at]!;
    }
  }
  return units / suppliersOf(context, product)[supplier]!.moq;
}

/** Puts an ask before a supplier. */
export function askSupplier(
  context: DecisionContext,
  store: number,
  product: number,
  supplier: number,
  ask: Ask,
): void {
  const { state } = context;
  const row = relationFor(state, store, product, supplier);
  const { columns } = state.tables.relations;
  const week = weekOf(context);
  columns.rounds[row] = columns.week[row] === week ? columns.rounds[row]! + 1 : 1;
  columns.week[row] = week;
  columns.ask[row] = asks.indexOf(ask);
}

/** Suppliers answer what they were asked today. */
export function closeTalks(context: DecisionContext, report: DayReport): void {
  const { state, world, key, engineDay } = context;
  const { columns, rows } = state.tables.relations;
  for (let at = 0; at < rows; at++) {
    const number = columns.ask[at]!;
    if (number === 0) continue;
    const ask = asks[number] as Ask;
    const [store, product, supplier] = [
      columns.store[at]!,
      columns.product[at]!,
      columns.supplier[at]!,
    ];
    // The round that is being closed does not count against itself.
    columns.rounds[at]! -= 1;
    const { chance } = talkOf(context, store, product, supplier, ask);
    columns.rounds[at]! += 1;
    columns.ask[at] = 0;
    const row = offerRow(context, store, world.source.products[product]!.sku);
    if (row < 0) continue;
    const offer = state.offerNumber[row]!;
    const u = uniform(offer, supplier, 4 * engineDay, address(purpose.talk, number), key);
    const grantedBp = u < chance ? stepOf(world.parameters, ask) : 0;
    columns[columnOf[ask]][at]! += grantedBp;
    report.sourcing({
      kind: grantedBp > 0 ? "granted" : "declined",
      row,
      supplier,
      units: 0,
      amountMinor: 0,
      ask: number,
      grantedBp,
      valueMilli: Math.floor(1000 * chance + 0.5),
    });
    const notice = grantedBp > 0 ? "talk-granted" : "talk-declined";
    report.notice(store, notice, offer, -1, grantedBp / 100);
  }
}

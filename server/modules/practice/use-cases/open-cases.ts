import type { OpenDispute, OpenReturn } from "@echelon/contract/practice/after-sales.ts";
import {
  type CaseKind,
  caseReasons,
  disputeAnswers,
  returnAnswers,
} from "@echelon/kernel/market/after-sales/case-kinds.ts";
import { freightOf, hasWarehouse } from "@echelon/kernel/market/after-sales/case-goods.ts";
import { numberOfCase, openCases } from "@echelon/kernel/market/after-sales/case-table.ts";
import { exchanged } from "@echelon/kernel/market/books/book.ts";
import { laneOf } from "@echelon/kernel/market/parcels/lanes.ts";
import { currencyNumber, currencyOf } from "@echelon/kernel/market/world/lookups.ts";
import { type Desk, labelOf, marketOf, seasonDay } from "./open-desk.ts";

/** The store's returns that wait for an answer, those due first in front. */
export function openReturns(desk: Desk): OpenReturn[] {
  return rowsByCase(desk, "return").map((rows) => ({
    ...aboutCase(desk, rows),
    answer: answerOf(desk, rows, returnAnswers.slice(1)) as OpenReturn["answer"],
    choices: returnChoices(desk, rows),
  }));
}

/** The store's disputes that wait for an answer. */
export function openDisputes(desk: Desk): OpenDispute[] {
  return rowsByCase(desk, "dispute").map((rows) => ({
    ...aboutCase(desk, rows),
    answer: answerOf(desk, rows, disputeAnswers.slice(1)) as OpenDispute["answer"],
    choices: disputeChoices(desk, rows),
  }));
}

const casesShown = 500;

/** Rows of the table of cases that have one number, together. */
function rowsByCase({ preview: { state }, number }: Desk, kind: CaseKind): number[][] {
  const rows = openCases(state, number, kind);
  return [...Map.groupBy(rows, (at) => numberOfCase(state, at)).values()].slice(0, casesShown);
}

const columnsOf = (desk: Desk) => desk.preview.state.tables.cases.columns;

const unitsOf = (desk: Desk, rows: readonly number[]) =>
  rows.reduce((sum, at) => sum + columnsOf(desk).units[at]!, 0);

function answerOf(desk: Desk, rows: readonly number[], answers: readonly string[]) {
  return answers[columnsOf(desk).answer[rows[0]!]! - 1] ?? null;
}

function aboutCase(desk: Desk, rows: readonly number[]) {
  const { world, preview } = desk;
  const columns = columnsOf(desk);
  const at = rows[0]!;
  const market = columns.market[at]!;
  const dayOf = (engineDay: number) => Math.max(0, seasonDay(desk, engineDay));
  return {
    case: numberOfCase(preview.state, at),
    reason: caseReasons[columns.reason[at]!]!,
    ...labelOf(desk, preview.state.offerNumber[columns.offer[at]!]!),
    market: marketOf(desk, market),
    units: unitsOf(desk, rows),
    currency: currencyOf(world, market),
    orderedOn: dayOf(columns.orderedOn[at]!),
    endedOn: dayOf(columns.endedOn[at]!),
    openedOn: dayOf(columns.opensOn[at]!),
    dueOn: dayOf(columns.dueOn[at]!),
  };
}

const backOf = (desk: Desk, rows: readonly number[]) =>
  unitsOf(desk, rows) * columnsOf(desk).priceMinor[rows[0]!]!;

function returnChoices(desk: Desk, rows: readonly number[]): OpenReturn["choices"] {
  const { context, world } = desk;
  const columns = columnsOf(desk);
  const at = rows[0]!;
  const market = columns.market[at]!;
  const units = unitsOf(desk, rows);
  const isSound = caseReasons[columns.reason[at]!] !== "return-defective";
  const share = isSound ? world.parameters["return.resaleable"] : 0;
  const saved = Math.round(columns.costMinor[at]! * units * share);
  const choice = (answer: OpenReturn["choices"][number]["answer"], pool: number) => ({
    answer,
    backMinor: backOf(desk, rows),
    costMinor: freightOf(context, at, units, pool, answer === "scrap"),
    savedMinor: pool < 0 ? 0 : saved,
    winBp: null,
    isPossible: answer !== "resell" || hasWarehouse(context, market),
  });
  return [
    choice("resell", 1 + market),
    choice("home", 0),
    choice("scrap", -1),
    choice("leave", -1),
  ];
}

function disputeChoices(desk: Desk, rows: readonly number[]): OpenDispute["choices"] {
  const { world, context } = desk;
  const p = world.parameters;
  const columns = columnsOf(desk);
  const at = rows[0]!;
  const units = unitsOf(desk, rows);
  const reason = caseReasons[columns.reason[at]!]!;
  const wins = {
    "dispute-lost": p["dispute.win.lost"],
    "dispute-late": p["dispute.win.late"],
    "dispute-quality": p["dispute.win.quality"],
  } as Readonly<Record<string, number>>;
  const win = wins[reason] ?? 0;
  const fee = p["dispute.chargeback"] * p["chargeback.feeUsd"] * 100;
  const feeMinor = exchanged(
    context.book,
    Math.round(units * (1 - win) * fee),
    currencyNumber(world, "USD"),
    world.base,
  );
  const again = replacementOf(desk, at, units);
  const backMinor = backOf(desk, rows);
  const plain = { savedMinor: 0, winBp: null, isPossible: true };
  return [
    { ...plain, answer: "refund", backMinor, costMinor: 0 },
    { ...plain, answer: "replace", backMinor: 0, ...again },
    {
      ...plain,
      answer: "contest",
      backMinor,
      costMinor: feeMinor,
      winBp: Math.round(win * 10_000),
    },
  ];
}

/** What sending units once more costs, and whether they are there. */
function replacementOf(desk: Desk, at: number, units: number) {
  const { world, context, preview } = desk;
  const { state } = preview;
  const columns = columnsOf(desk);
  const row = columns.offer[at]!;
  const market = columns.market[at]!;
  const service = columns.service[at]!;
  const lane = laneOf(world, context.trade, state.skuOf[row]!, market, service);
  const pool = world.isLastMile[service] === 1 ? 1 + market : 0;
  const onHand = state.stock[row * (state.sizes.markets + 1) + pool]!;
  const freight =
    lane === null ? 0 : exchanged(context.book, lane.costMinor, lane.currency, world.base);
  return {
    costMinor: (columns.costMinor[at]! + freight) * units,
    isPossible: lane !== null && onHand >= units,
  };
}

import type { TodayView } from "@echelon/contract/practice/today.ts";
import { acceptedRow } from "@echelon/kernel/market/temptations/accepted-offers.ts";
import { lowerUntil } from "@echelon/kernel/market/temptations/integrity-record.ts";
import { temptationKinds } from "@echelon/kernel/market/temptations/temptation-kinds.ts";
import { marketOf, productOfOffer, type Desk } from "./open-desk.ts";

type Need = TodayView["needs"][number];

/** What the last close found in the store and why, and the rank that fell for it. */
export function recordNeeds(desk: Desk): Need[] {
  return [...foundNeeds(desk), ...rankNeeds(desk)];
}

const need = (code: string, facts: Need["facts"]): Need => ({
  code: `need/${code}`,
  urgency: "soon",
  room: "insight",
  at: "record",
  facts,
});

function foundNeeds(desk: Desk): Need[] {
  const { state } = desk.preview;
  const { columns, rows } = state.tables.findings;
  const accepted = state.tables.temptations.columns;
  const needs: Need[] = [];
  for (let at = 0; at < rows; at += 1) {
    if (columns.store[at] !== desk.number || columns.foundOn[at] !== state.day[0]! - 1) continue;
    const row = accepted.offer[acceptedRow(state, desk.number, columns.number[at]!)]!;
    const market = accepted.market[acceptedRow(state, desk.number, columns.number[at]!)]!;
    const product = row < 0 ? undefined : productOfOffer(desk, state.offerNumber[row]!);
    needs.push(
      need(`found-${temptationKinds[columns.kind[at]!]!}`, {
        units: columns.units[at]!,
        points: columns.points[at]!,
        fineMinor: columns.costMinor[at]!,
        ...(product === undefined ? {} : { sku: product.sku, ...product.detail.name }),
        ...(market < 0 ? {} : { market: marketOf(desk, market) }),
      }),
    );
  }
  return needs;
}

function rankNeeds(desk: Desk): Need[] {
  const until = lowerUntil(desk.context, desk.number);
  const ahead = until - desk.preview.state.day[0]!;
  return ahead > 0 ? [need("ranked-lower-reviews", { day: desk.row.day + ahead - 1 })] : [];
}

import type { DocumentView, MoneyView, PostingRow } from "@echelon/contract/practice/money.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { account, type AccountName } from "@echelon/kernel/ledger/account.ts";
import { documentKind, documentKindName } from "@echelon/kernel/ledger/document-kind.ts";
import { kindOfParty } from "@echelon/kernel/ledger/party.ts";
import { decodeCursor, encodeCursor } from "../../../platform/http/cursor.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import {
  type PostingLine,
  readAccountSums,
  readDocument,
  readPostings,
} from "../store/ledger-store.ts";
import { lineage, readBranches, readStoreDay } from "../store/log-store.ts";
import { storeRows } from "../store/report-store.ts";
import { headCloses } from "../store/result-store.ts";
import { dueMoney } from "./due-money.ts";
import { marketOf, openDesk, productOfOffer, type Desk } from "./open-desk.ts";
import { statementsOf } from "./draw-statements.ts";

type Span = { from?: number | undefined; to?: number | undefined };

/** Profit and loss, balance sheet, cash flow and the cash to come, over a span of days. */
export async function viewMoney(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  ask: Span,
): Promise<Outcome<MoneyView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const sql = means.database;
  const from = Math.max(1, Math.min(ask.from ?? 1, Math.max(1, desk.closed)));
  const to = Math.max(from, Math.min(ask.to ?? desk.closed, Math.max(1, desk.closed)));
  const sums = await readAccountSums(sql, season, store, to);
  const closes = await headCloses(sql, season);
  const days = await storeRows(sql, "stores", season, store, 1, to);
  const statements = statementsOf(desk.world, sums, closes, from, to);
  return ok({
    from,
    to,
    currency: desk.world.source.scenario.booksCurrency,
    ...statements,
    cash: days.map(({ day, cashMinor, heldMinor }) => ({ day, cashMinor, heldMinor })),
    due: dueMoney(desk),
    rates: desk.world.currencies.map((currency, index) => ({
      currency,
      rateE8: Math.round(desk.context.book.rateE8[index]!),
    })),
  });
}

const accountNames = new Map<number, AccountName>(
  Object.entries(account).map(([name, id]) => [id, name as AccountName]),
);
export const accountName = (id: number): string => accountNames.get(id) ?? String(id);

/** Lines of the store's books, newest first: what a figure of a statement opens to. */
export async function listPostings(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  ask: Span & {
    account?: string | undefined;
    after?: string | undefined;
    limit?: number | undefined;
  },
): Promise<Outcome<{ items: PostingRow[]; next: string | null }>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const limit = ask.limit ?? 50;
  const place = decodeCursor(ask.after, "integer", "integer");
  const wanted = ask.account === undefined ? null : accountNamed(ask.account);
  const rows = await readPostings(
    means.database,
    season,
    store,
    {
      from: ask.from ?? 0,
      to: ask.to ?? desk.closed,
      account: wanted,
      before: place === null ? null : { day: place[0], line: place[1] },
    },
    limit + 1,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return ok({
    items: shown.map((row) => postingRow(desk, row)),
    next: rows.length > limit && last !== undefined ? encodeCursor([last.day, last.line]) : null,
  });
}

/** Id of the account of that name; -1, which no line has, when there is none. */
const accountNamed = (name: string) =>
  Object.hasOwn(account, name) ? account[name as AccountName] : -1;

/** Documents whose subject is no product: a campaign, a channel, a loan, a forward, a currency. */
const aboutNoProduct: readonly number[] = [
  documentKind.ads,
  documentKind.offSite,
  documentKind.loan,
  documentKind.loanRepayment,
  documentKind.interest,
  documentKind.forward,
  documentKind.revaluation,
];

function postingRow(desk: Desk, row: PostingLine): PostingRow {
  const isProduct = row.subject > 0 && !aboutNoProduct.includes(row.kind);
  const product = isProduct ? productOfOffer(desk, row.subject) : undefined;
  return {
    day: row.day,
    document: row.document,
    kind: documentKindName(row.kind),
    party: kindOfParty(row.party),
    account: accountName(row.account),
    currency: desk.world.currencies[row.currency] ?? "",
    amountMinor: Number(row.amount_minor),
    subject: product?.detail.name ?? null,
    market: row.market < 0 ? null : marketOf(desk, row.market) || null,
  };
}

/** One document with its lines in everyone's books: they sum to zero in each currency. */
export async function viewDocument(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  document: number,
): Promise<Outcome<DocumentView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const rows = await readDocument(means.database, season, store, document);
  const first = rows[0];
  if (first === undefined) return refuse({ code: "practice/no-such-document" });
  return ok({
    document,
    kind: documentKindName(first.kind),
    day: first.day,
    reason: await reasonOf(means, opened.value, first),
    lines: rows.map((row) => postingRow(opened.value, row)),
  });
}

/** The steward's reason for help or a penalty, by its amount among the day's. */
async function reasonOf(
  { database }: PracticeMeans,
  { row, number: store }: Desk,
  { kind, day, amount_minor: amount }: Awaited<ReturnType<typeof readDocument>>[number],
): Promise<string | null> {
  if (kind !== documentKind.help && kind !== documentKind.penalty) return null;
  const wanted = kind === documentKind.help ? "help-store" : "penalize-store";
  const spans = lineage(await readBranches(database, row.season_id), row.branch);
  const entries = await readStoreDay(database, row.season_id, spans, -1, day);
  const reasons = entries.flatMap(({ decision }) =>
    decision.kind === wanted && "reason" in decision && decision.store === store
      ? [{ reason: decision.reason, amountMinor: decision.amountMinor }]
      : [],
  );
  const same = reasons.find(({ amountMinor }) => amountMinor === Math.abs(Number(amount)));
  return (same ?? reasons[0])?.reason ?? null;
}

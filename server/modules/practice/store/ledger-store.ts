import { documentKind } from "@echelon/kernel/ledger/document-kind.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";

/** What the documents of one kind moved on one account of a store on one day. */
export type AccountSum = {
  readonly day: number;
  readonly kind: number;
  readonly account: number;
  readonly currency: number;
  readonly minor: bigint;
};

/** A store's own books by day, kind of document, account and currency. */
export async function readAccountSums(
  sql: Sql,
  season: string,
  store: number,
  to: number,
): Promise<AccountSum[]> {
  return sql.rows<AccountSum>(
    named(
      "practice.account-sums",
      `select t.day, t.kind, t.account, t.currency, sum(t.amount_minor)::int8 as minor
       from practice.posting t join practice.day_close c using (season_id, branch, day)
       where t.season_id = $1 and c.is_head and t.store = $2 and t.party = $2 and t.day <= $3
       group by t.day, t.kind, t.account, t.currency
       order by t.day, t.kind, t.account, t.currency`,
      [season, store, to],
    ),
  );
}

export type PostingLine = {
  readonly day: number;
  readonly line: number;
  readonly document: number;
  readonly kind: number;
  readonly party: number;
  readonly account: number;
  readonly currency: number;
  readonly amount_minor: bigint;
  readonly subject: number;
  readonly market: number;
};

export type PostingFilter = {
  readonly from: number;
  readonly to: number;
  readonly account: number | null;
  /** Lines before this place: newest first. */
  readonly before: { readonly day: number; readonly line: number } | null;
};

/** Lines of a store's own books, newest first. */
export async function readPostings(
  sql: Sql,
  season: string,
  store: number,
  filter: PostingFilter,
  linesMax: number,
): Promise<PostingLine[]> {
  const { from, to, account, before } = filter;
  return sql.rows<PostingLine>(
    named(
      "practice.postings",
      `select t.day, t.line, t.document, t.kind, t.party, t.account, t.currency, t.amount_minor,
              t.subject, t.market
       from practice.posting t join practice.day_close c using (season_id, branch, day)
       where t.season_id = $1 and c.is_head and t.store = $2 and t.party = $2
         and t.day between $3 and $4 and ($5::int is null or t.account = $5)
         and (t.day, t.line) < ($6, $7)
       order by t.day desc, t.line desc limit $8`,
      [season, store, from, to, account, before?.day ?? 2_147_483_647, before?.line ?? 0, linesMax],
    ),
  );
}

/** All lines of one document, in every party's books. */
export async function readDocument(
  sql: Sql,
  season: string,
  store: number,
  document: number,
): Promise<PostingLine[]> {
  return sql.rows<PostingLine>(
    named(
      "practice.document",
      `select t.day, t.line, t.document, t.kind, t.party, t.account, t.currency, t.amount_minor,
              t.subject, t.market
       from practice.posting t join practice.day_close c using (season_id, branch, day)
       where t.season_id = $1 and c.is_head and t.store = $2 and t.document = $3
       order by t.line limit 400`,
      [season, store, document],
    ),
  );
}

/**
 * The dispatch of what one offer sold in a market on a day at one price, in every party's books: a
 * listing's prices are dispatched one after the other, each by a document.
 */
export async function readDispatch(
  sql: Sql,
  season: string,
  store: number,
  sold: {
    readonly day: number;
    readonly offer: number;
    readonly market: number;
    readonly lot: number;
  },
): Promise<PostingLine[]> {
  const lines = await sql.rows<PostingLine>(
    named(
      "practice.dispatch",
      `select t.day, t.line, t.document, t.kind, t.party, t.account, t.currency, t.amount_minor,
              t.subject, t.market
       from practice.posting t join practice.day_close c using (season_id, branch, day)
       where t.season_id = $1 and c.is_head and t.store = $2 and t.day = $3 and t.kind = $4
         and t.subject = $5 and t.market = $6
       order by t.line limit 400`,
      [season, store, sold.day, documentKind.dispatch, sold.offer, sold.market],
    ),
  );
  const documents = [...new Set(lines.map(({ document }) => document))];
  return lines.filter(({ document }) => document === documents[sold.lot]);
}

/** What documents of some kinds moved on an account of a store's own books, by market. */
export type MarketSum = {
  readonly kind: number;
  readonly account: number;
  readonly market: number;
  readonly minor: bigint;
};

export async function readMarketSums(
  sql: Sql,
  season: string,
  store: number,
  kinds: readonly number[],
): Promise<MarketSum[]> {
  return sql.rows<MarketSum>(
    named(
      "practice.market-sums",
      `select t.kind, t.account, t.market, sum(t.amount_minor)::int8 as minor
       from practice.posting t join practice.day_close c using (season_id, branch, day)
       where t.season_id = $1 and c.is_head and t.store = $2 and t.party = $2
         and t.kind = any($3::int[])
       group by t.kind, t.account, t.market`,
      [season, store, [...kinds]],
    ),
  );
}

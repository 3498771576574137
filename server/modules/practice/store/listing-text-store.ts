import type { StoreDecision } from "@echelon/kernel/market/decisions/decision.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import { isOfHead, lineage, readBranches } from "./log-store.ts";

type Listing = Extract<StoreDecision, { kind: "publish-listing" | "edit-listing" }>;

/**
 * The words of a store's listings as they stand, by `<sku>/<market>`. The engine keeps only their
 * scores, so they are read from the log: the last decision that counts.
 */
export async function readListings(
  sql: Sql,
  of: {
    readonly season: string;
    readonly number: number;
    readonly row: { readonly branch: number };
  },
): Promise<Map<string, Listing["listing"]>> {
  const spans = lineage(await readBranches(sql, of.season), of.row.branch);
  const rows = await sql.rows<{ branch: number; day: number; decision: Listing }>(
    named(
      "practice.listing-texts",
      `select branch, day, decision from practice.log_entry
       where season_id = $1 and store = $2 and kind in ('publish-listing', 'edit-listing')
       order by day, number`,
      [of.season, of.number],
    ),
  );
  const texts = new Map<string, Listing["listing"]>();
  for (const { branch, day, decision } of rows) {
    if (isOfHead(spans, branch, day))
      texts.set(`${decision.sku}/${decision.market}`, decision.listing);
  }
  return texts;
}

type Page = Extract<StoreDecision, { kind: "edit-landing" }>;

/** What a store's pages say as they stand, by market. */
export async function readPages(
  sql: Sql,
  of: {
    readonly season: string;
    readonly number: number;
    readonly row: { readonly branch: number };
  },
): Promise<Map<string, Page>> {
  const spans = lineage(await readBranches(sql, of.season), of.row.branch);
  const rows = await sql.rows<{ branch: number; day: number; decision: Page }>(
    named(
      "practice.page-texts",
      `select branch, day, decision from practice.log_entry
       where season_id = $1 and store = $2 and kind = 'edit-landing' order by day, number`,
      [of.season, of.number],
    ),
  );
  const pages = new Map<string, Page>();
  for (const { branch, day, decision } of rows) {
    if (isOfHead(spans, branch, day)) pages.set(decision.market, decision);
  }
  return pages;
}

type Keyword = Extract<
  StoreDecision,
  { kind: "set-bid" | "set-negative" | "open-campaign" | "edit-campaign" }
>;

/** The words of a store's advertising, in the order in which they were decided. */
export async function readAdWords(
  sql: Sql,
  of: {
    readonly season: string;
    readonly number: number;
    readonly row: { readonly branch: number };
  },
): Promise<Keyword[]> {
  const spans = lineage(await readBranches(sql, of.season), of.row.branch);
  const rows = await sql.rows<{ branch: number; day: number; decision: Keyword }>(
    named(
      "practice.ad-words",
      `select branch, day, decision from practice.log_entry
       where season_id = $1 and store = $2
         and kind in ('set-bid', 'set-negative', 'open-campaign', 'edit-campaign')
       order by day, number`,
      [of.season, of.number],
    ),
  );
  return rows
    .filter(({ branch, day }) => isOfHead(spans, branch, day))
    .map(({ decision }) => decision);
}

import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import {
  contextOf,
  type DecisionContext,
} from "@echelon/kernel/market/decisions/decision-context.ts";
import type { Shock } from "@echelon/kernel/market/world/scenario.ts";
import type { Season } from "@echelon/kernel/market/state/season.ts";
import type { World } from "@echelon/kernel/market/world/world.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { readInjected } from "../store/log-store.ts";
import type { SeasonProduct } from "../store/product-store.ts";
import { findStore, type StoreAccess } from "./find-season.ts";

/** Everything that the rooms of one store read: what is frozen, what stands, who asks. */
export type Desk = StoreAccess & {
  readonly season: string;
  readonly number: number;
  readonly world: World;
  /** The open day with the store's own decisions applied. */
  readonly preview: Season;
  /** The open day as it began: what the shoppers of the day meet. */
  readonly opening: Season;
  readonly context: DecisionContext;
  /** Words and pictures of the products, by their place in the world. */
  readonly products: readonly SeasonProduct[];
  /** The last closed day; 0 before the first close. */
  readonly closed: number;
  /** Events that the steward put into the season. */
  readonly injected: readonly Shock[];
};

/** Opens a store's desk for a caller who may see it. */
export async function openDesk(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  number: number,
): Promise<Outcome<Desk>> {
  const sql = means.database;
  const found = await findStore(sql, caller, season, number);
  if (!found.ok) return found;
  if (found.value.row.state === "preparing") return refuse({ code: "practice/no-such-store" });
  if (!(await means.engine.isPlayable(sql, found.value.row))) {
    return refuse({ code: "practice/engine-version" });
  }
  const preview = await means.engine.previewOf(sql, found.value.row, number);
  return ok({
    ...found.value,
    season,
    number,
    world: preview.world,
    preview,
    opening: await means.engine.seasonAt(sql, found.value.row),
    context: contextOf(preview),
    products: await means.engine.productsOf(sql, found.value.row),
    closed: found.value.row.day - 1,
    injected: await readInjected(sql, season, found.value.row.branch),
  });
}

/** Rows of the store's offers that it has not dropped, in the order in which it chose them. */
export function offerRows({ preview, number }: Desk): number[] {
  const { state } = preview;
  const rows: number[] = [];
  for (let row = 0; row < state.offerCount[0]!; row += 1) {
    if (state.storeOf[row] === number && state.isDropped[row] === 0) rows.push(row);
  }
  return rows.toSorted((a, b) => state.offerNumber[a]! - state.offerNumber[b]!);
}

/** The product behind an offer's number, also of one that was dropped since. */
export function productOfOffer(desk: Desk, offer: number): SeasonProduct | undefined {
  const row = desk.context.rowOfOffer[offer];
  if (row === undefined || row < 0) return undefined;
  return desk.products[desk.preview.state.skuOf[row]!];
}

/** The season's day of an engine's day, which counts from the first of its burn-in. */
export const seasonDay = ({ world }: Pick<Desk, "world">, engineDay: number): number =>
  engineDay - world.source.scenario.burnInDays + 1;

/** First day of the last seven that closed. */
export const weekFrom = (desk: Desk): number => Math.max(1, desk.closed - 6);

const nobody = { zh: "", en: "" };

/** SKU and name of an offer for a row of a report. */
export function labelOf(
  desk: Desk,
  offer: number,
): { sku: string; name: { zh: string; en: string } } {
  const product = productOfOffer(desk, offer);
  return { sku: product?.sku ?? String(offer), name: product?.detail.name ?? nobody };
}

/** Market code of a row's market. */
export const marketOf = (desk: Desk, market: number): string => desk.world.marketIds[market] ?? "";

/** Values by day as a series without gaps, oldest first, ending with the last closed day. */
export function seriesOf(
  rows: readonly { readonly day: number }[],
  value: (row: never) => number,
  from: number,
  to: number,
): number[] {
  if (to < from) return [];
  const series = new Array<number>(to - from + 1).fill(0);
  for (const row of rows) {
    if (row.day >= from && row.day <= to) series[row.day - from]! += value(row as never);
  }
  return series;
}

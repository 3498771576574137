import type { ChoosableProduct } from "@echelon/contract/practice/products.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { decodeCursor, encodeCursor } from "../../../platform/http/cursor.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { plainText } from "../../../platform/text/terms.ts";
import type { PracticeMeans } from "../means.ts";
import { offerRows, openDesk } from "./open-desk.ts";
import { medianPrices } from "./median-prices.ts";
import { roughMargin } from "./rough-margin.ts";
import { choosable } from "./view-products.ts";

type Ask = {
  after?: string | undefined;
  limit?: number | undefined;
  q?: string | undefined;
  category?: string | undefined;
  market?: string | undefined;
};

/** The products that a store may choose from, searched in both languages. */
export async function listChoosable(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  ask: Ask,
): Promise<Outcome<{ items: ChoosableProduct[]; next: string | null }>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const selected = new Set(offerRows(desk).map((row) => desk.preview.state.skuOf[row]!));
  // The preview is everybody's, and what others choose on the open day nobody is told.
  const { state } = desk.opening;
  const rivals = new Map<number, number>();
  for (let row = 0; row < state.offerCount[0]!; row += 1) {
    if (state.isDropped[row] !== 0 || state.storeOf[row] === store) continue;
    rivals.set(state.skuOf[row]!, (rivals.get(state.skuOf[row]!) ?? 0) + 1);
  }
  const wanted = plainText(ask.q ?? "").trim();
  const [from = -1] = decodeCursor(ask.after, "integer") ?? [];
  const limit = ask.limit ?? 50;
  const found = desk.products.filter(({ place, sku, category, detail }) => {
    if (
      detail.isMadeUp ||
      place <= from ||
      (ask.category !== undefined && category !== ask.category)
    )
      return false;
    const words = plainText(
      [sku, ...Object.values(detail.name), ...Object.values(detail.supplierName)].join(" "),
    );
    return words.includes(wanted);
  });
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const market = Math.max(0, desk.world.marketIds.indexOf(ask.market ?? ""));
  const medians = medianPrices(desk, market);
  return ok({
    items: shown.map(({ place }) =>
      choosable(
        desk,
        place,
        selected,
        rivals.get(place) ?? 0,
        roughMargin(desk, place, market, medians),
      ),
    ),
    next: found.length > limit && last !== undefined ? encodeCursor([last.place]) : null,
  });
}

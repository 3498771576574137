import type { ChoosableProduct } from "@echelon/contract/practice/products.ts";
import type { Desk } from "./open-desk.ts";
import { unitEconomics } from "./unit-economics.ts";
import { serviceIndex, servicesFor } from "./view-listing-editor.ts";

/** What a unit of a product would leave at that price, sent from home by the cheapest service. */
export function roughMargin(
  desk: Desk,
  product: number,
  market: number,
  medians: ReadonlyMap<number, number>,
): ChoosableProduct["rough"] {
  const { category } = desk.world.source.products[product]!;
  const medianMinor = medians.get(category);
  const service = servicesFor(desk, product, market).find(
    ({ from, costMinor }) => from === "home" && costMinor !== null,
  );
  if (medianMinor === undefined || service === undefined) return null;
  const economics = unitEconomics(desk.context, {
    store: desk.number,
    product,
    market,
    service: serviceIndex(desk, service.id),
    priceMinor: medianMinor,
    feeMinor: 0,
  });
  if (economics === null) return null;
  const { currency, marginMinor, marginBp } = economics;
  return { market: desk.world.marketIds[market]!, currency, medianMinor, marginMinor, marginBp };
}

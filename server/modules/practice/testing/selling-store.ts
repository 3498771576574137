import type { UnitEconomics } from "@echelon/contract/practice/decision.ts";
import {
  choosableSkus,
  closeDay,
  hand,
  openStore,
  people,
  type PracticeHouse,
} from "./practice-class.ts";

export type SellingWish = {
  /** Place of the student in the class. */
  readonly place: number;
  readonly products: number;
  readonly feeMinor: number;
  /** Price asked in basis points of the sound one. */
  readonly priceBp: number;
};

type Shown = {
  /** Places of the product in the store and of the market in the season. */
  readonly product: number;
  readonly market: number;
  readonly economics: UnitEconomics;
};

export type SellingStore = {
  readonly store: string;
  /** What the editor said one unit of each listing earns, as it was published. */
  readonly shown: readonly Shown[];
};

/** Opens a store that buys, lists everywhere, ships with the first service, and asks a fee. */
export async function sellingStore(
  house: PracticeHouse,
  season: string,
  wish: SellingWish,
): Promise<SellingStore> {
  const { place } = wish;
  const student = people.student(place);
  const store = await openStore(house, season, place);
  const where = { season, store };
  const seen = await house.call(student, "GET /practice/seasons/:season", { where: { season } });
  const shown: Shown[] = [];
  const skus = (await choosableSkus(house, season, store, place)).slice(0, wish.products);
  const look = (sku: string, market: string) =>
    house.call(student, "GET /practice/seasons/:season/stores/:store/products/:sku/:market", {
      where: { ...where, sku, market },
    });
  for (const [product, sku] of skus.entries()) {
    await hand(house, season, store, place, 1, [
      { kind: "select-product", sku },
      { kind: "place-purchase", sku, units: 400 },
    ]);
    for (const [at, { code: market }] of seen.body.markets.entries()) {
      const { body: editor } = await look(sku, market);
      const service = editor.services.find(({ costMinor }) => costMinor !== null);
      if (service === undefined) continue;
      const phrases = editor.keywords.map(({ phrase }) => phrase);
      await hand(house, season, store, place, 1, [
        {
          kind: "publish-listing",
          sku,
          market,
          priceMinor: Math.round((editor.soundPriceMinor * wish.priceBp) / 10_000),
          listing: {
            title: phrases.join(" ").slice(0, 140),
            keywords: phrases.slice(0, 5),
            text: "It is what it says.",
            attributes: Object.fromEntries(editor.attributes.map(({ key, truth }) => [key, truth])),
            photoLevel: 0,
          },
        },
        {
          kind: "set-shipping",
          sku,
          market,
          service: service.id,
          feeMinor: wish.feeMinor,
          promiseDays: Math.max(1, service.p90Days),
        },
      ]);
      const { economics } = (await look(sku, market)).body;
      if (economics !== null) shown.push({ product, market: at, economics });
    }
  }
  return { store, shown };
}

/** Closes the days from the first one on. */
export async function closeDays(house: PracticeHouse, season: string, days: number): Promise<void> {
  for (let day = 1; day <= days; day += 1) await closeDay(house, season, day);
}

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type CatalogProduct, picturePath, readCatalogFolder } from "@echelon/atlas/catalog.ts";
import type { ProductRecord } from "@echelon/contract/exchange/product-record.ts";
import { type CurrencyCode } from "@echelon/kernel/money/currency.ts";
import { money, toDecimal } from "@echelon/kernel/money/money.ts";
import { demo, demoId, type DemoPerson, seedOrganisation } from "../../identity/index.ts";
import { categories } from "../categories.ts";
import type { ExchangeMeans } from "../means.ts";
import { rowOf } from "../product-row.ts";
import { pathOfPicture } from "../product-view.ts";
import { insertPicture, readProducts, writeProduct } from "../store/product-store.ts";

const folder = fileURLToPath(
  new URL(".", import.meta.resolve("@echelon/atlas/catalogs/zhejiang/sources.md")),
);

/** The demonstration's enterprises with their products and drawings; what is there stays. */
export async function seedCatalogs(means: ExchangeMeans): Promise<void> {
  for (const [place, enterprise] of readCatalogFolder(folder, categories()).entries()) {
    const id = demoId(`enterprise ${enterprise.id}`);
    const organisation = {
      id,
      kind: "enterprise",
      slug: enterprise.id,
      name: enterprise.name,
    } as const;
    await means.database.transaction((tx) =>
      seedOrganisation(means, tx, organisation, mentorsOf(place)),
    );
    if ((await readProducts(means.database, id, {}, 1)).length > 0) continue;
    const pictures = new Map<string, string>();
    for (const { sku } of enterprise.products) {
      pictures.set(sku, (await means.files.put(await readFile(picturePath(folder, sku)))).hash);
    }
    await means.database.transaction(async (tx) => {
      for (const product of enterprise.products) {
        const hash = pictures.get(product.sku) ?? "";
        await insertPicture(tx, { hash, media_type: "image/svg+xml" });
        await writeProduct(
          tx,
          rowOf({
            organisation_id: id,
            id: means.newId(),
            key: product.sku.toLowerCase(),
            record: recordOf(product, enterprise.name.en, pathOfPicture(hash)),
            category_id: product.category,
            attributes: { ...product.attributes },
            state: "published",
            version: 1,
            changed_at: means.clock.now(),
          }),
        );
      }
    });
  }
}

/** The first two enterprises have a mentor; the first one's can be tried with one click. */
function mentorsOf(place: number): DemoPerson[] {
  const mentor = demo.mentors[place];
  if (mentor === undefined) return [];
  const account = place === 0 ? { account: { name: "mentor", place: 4 } } : {};
  return [{ ...mentor, role: "mentor", ...account }];
}

const decimal = (minor: number, currency: string) =>
  toDecimal(money(minor, currency as CurrencyCode));

function recordOf(product: CatalogProduct, brand: string, picture: string): ProductRecord {
  const [lengthMm, widthMm, heightMm] = product.sizeMm;
  return {
    key: product.sku.toLowerCase(),
    title: product.name,
    text: product.text,
    brand,
    type: "",
    category: product.category,
    tags: [...product.keywords.en],
    state: "active",
    material: "",
    optionNames: [],
    pictures: [{ url: picture, alt: product.name.en }],
    skus: [
      {
        sku: product.sku,
        gtin: null,
        options: [],
        price: decimal(product.listPriceMinor, product.listCurrency),
        compareAt: null,
        priceCurrency: product.listCurrency,
        cost: decimal(product.unitCostMinor, product.costCurrency),
        costCurrency: product.costCurrency,
        stock: null,
        sellsBeyondStock: null,
        isTaxable: true,
        ships: true,
        weightG: product.weightG,
        lengthMm,
        widthMm,
        heightMm,
        hs: product.hs10,
        origin: product.origin,
        battery: product.battery,
        moq: product.moq,
        leadDays: product.leadDays,
        picture: null,
        extras: {},
      },
    ],
  };
}

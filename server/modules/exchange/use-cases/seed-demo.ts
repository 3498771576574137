import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  type CatalogEnterprise,
  type CatalogProduct,
  loadCategories,
  picturePath,
  readCatalogFolder,
} from "@echelon/atlas/catalog.ts";
import type { ProductRecord } from "@echelon/contract/exchange/product-record.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Means } from "../../../platform/module.ts";
import { demo, demoId, type DemoPerson, seedOrganisation } from "../../identity/index.ts";
import { decimalOf } from "../decimal-money.ts";
import { pictureAddress } from "../picture-address.ts";
import { productRow } from "../product-row.ts";
import { lockCatalog, putProducts } from "../store/catalog-store.ts";
import { putPicture } from "../store/import-store.ts";

const catalogFolder = new URL(
  "catalogs/zhejiang/",
  import.meta.resolve("@echelon/atlas/catalog.ts"),
);

/** Where the two mentors of the demonstration work. */
const mentorsOf: Readonly<Record<string, number>> = { cloudpot: 0, goldfinch: 1 };

/** The enterprises of the demonstration with their whole catalogues, published. */
export async function seedDemo(means: Means): Promise<void> {
  const folder = fileURLToPath(catalogFolder);
  const enterprises = readCatalogFolder(folder, loadCategories());
  const pictures = await storePictures(means, folder, enterprises);
  await means.database.transaction(async (tx) => {
    for (const enterprise of enterprises) await seedEnterprise(means, tx, enterprise, pictures);
  });
}

/** Files first, rows that refer to them after. Gives each SKU's picture by its hash. */
async function storePictures(
  { files, database }: Means,
  folder: string,
  enterprises: readonly CatalogEnterprise[],
): Promise<ReadonlyMap<string, string>> {
  const stored = await Promise.all(
    enterprises
      .flatMap(({ products }) => products)
      .map(async ({ sku }) => {
        const file = await files.put(await readFile(picturePath(folder, sku)));
        return { sku, ...file };
      }),
  );
  await database.transaction(async (tx) => {
    for (const { hash, bytes } of stored) {
      await putPicture(tx, { hash, media_type: "image/svg+xml", bytes, small_hash: null });
    }
  });
  return new Map(stored.map(({ sku, hash }) => [sku, hash]));
}

async function seedEnterprise(
  means: Means,
  tx: Tx,
  enterprise: CatalogEnterprise,
  pictures: ReadonlyMap<string, string>,
): Promise<void> {
  const id = demoId(`enterprise ${enterprise.id}`);
  const organisation = {
    id,
    kind: "enterprise",
    slug: enterprise.id,
    name: enterprise.name,
  } as const;
  const isNew = await seedOrganisation(means, tx, organisation, mentorsFor(enterprise.id));
  if (!isNew) return;
  const now = means.clock.now();
  await lockCatalog(tx, id, now);
  await putProducts(
    tx,
    enterprise.products.map((product) =>
      productRow({
        organisation_id: id,
        id: means.newId(),
        record: recordOf(product, enterprise, pictures.get(product.sku)),
        state: "published",
        chosen_category: product.category,
        attributes: { ...product.attributes },
        defect_ppm: product.defectPpm,
        version: 1,
        changed_at: now,
      }),
    ),
  );
}

const accountPlace = 4;

function mentorsFor(enterprise: string): DemoPerson[] {
  const place = mentorsOf[enterprise];
  const mentor = place === undefined ? undefined : demo.mentors[place];
  if (mentor === undefined) return [];
  const account = place === 0 ? { account: { name: "mentor", place: accountPlace } } : {};
  return [{ ...mentor, role: "mentor", username: `${enterprise}.mentor`, ...account }];
}

/** What the demonstration's enterprise would have written into its file. */
function recordOf(
  product: CatalogProduct,
  { name }: CatalogEnterprise,
  picture: string | undefined,
): ProductRecord {
  const { sku, costCurrency, listCurrency } = product;
  const [lengthMm, widthMm, heightMm] = product.sizeMm;
  return {
    key: sku.toLowerCase(),
    title: product.name,
    text: product.text,
    brand: name.zh.replace(/（.*）$/, ""),
    type: "",
    category: product.category,
    tags: [...new Set([...product.keywords.zh, ...product.keywords.en])],
    state: "active",
    material: product.attributes["material"] ?? "",
    optionNames: [],
    pictures: picture === undefined ? [] : [{ url: pictureAddress(picture), alt: product.name.zh }],
    skus: [
      {
        sku,
        gtin: null,
        options: [],
        price: decimalOf(product.listPriceMinor, listCurrency),
        compareAt: null,
        priceCurrency: listCurrency,
        cost: decimalOf(product.unitCostMinor, costCurrency),
        costCurrency,
        stock: null,
        sellsBeyondStock: null,
        isTaxable: null,
        ships: null,
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

import type { NewProductRequest } from "@echelon/contract/exchange/edits.ts";
import type { ProductRecord } from "@echelon/contract/exchange/product-record.ts";
import { type ProductView, productsPerCatalogMax } from "@echelon/contract/exchange/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { categoryById } from "../atlas.ts";
import { editRecord } from "../edit-record.ts";
import { productRow } from "../product-row.ts";
import { countProducts, lockCatalog, putProducts, raiseVersion } from "../store/catalog-store.ts";
import { findOwnCatalog } from "./find-catalog.ts";
import { planImport } from "./plan-import.ts";
import { productView } from "./view-product.ts";

/**
 * Takes a typed product into the catalogue as a draft.
 *
 * It goes the way of a file of one row, so what an import reports of a product holds for this one;
 * but a key or a SKU that is there already is refused, where a file would change that product.
 */
export async function createProduct(
  { database, clock, newId }: Means,
  caller: Caller,
  enterprise: string,
  wish: NewProductRequest,
): Promise<Outcome<ProductView>> {
  return database.transaction(async (tx) => {
    const found = await findOwnCatalog(tx, caller, enterprise);
    if (!found.ok) return found;
    const { category = null } = wish;
    if (category !== null && categoryById(category) === undefined) {
      return refuse({ code: "exchange/no-such-category", facts: { category } });
    }
    const record = recordOf(wish);
    if (!record.ok) return record;
    const now = clock.now();
    await lockCatalog(tx, enterprise, now);
    const { products, problems } = await planImport(tx, enterprise, fileOf(record.value), now);
    const planned = products[0];
    if (planned === undefined || planned.change !== "add") {
      return refuse({ code: "exchange/product-exists", facts: { key: wish.key } });
    }
    const taken = problems.find(({ code }) => code === "exchange/csv-duplicate-sku");
    if (taken !== undefined) {
      const facts = { sku: taken.value, product: taken.facts["product"] ?? "" };
      return refuse({ code: "exchange/sku-taken", facts });
    }
    if ((await countProducts(tx, enterprise)) >= productsPerCatalogMax) {
      const facts = { productsMax: productsPerCatalogMax };
      return refuse({ code: "exchange/catalog-full", facts });
    }
    const product = productRow({
      ...planned.product,
      id: newId(),
      chosen_category: category,
      attributes: wish.attributes ?? {},
    });
    await putProducts(tx, [product]);
    await raiseVersion(tx, enterprise, now);
    return ok(productView(product));
  });
}

function recordOf(wish: NewProductRequest): Outcome<ProductRecord> {
  const { key, title, text, brand, optionNames = [], items } = wish;
  const bare: ProductRecord = {
    key,
    title: { zh: "", en: "" },
    text: { zh: "", en: "" },
    brand: "",
    type: "",
    category: "",
    tags: [],
    state: null,
    material: "",
    optionNames,
    pictures: [],
    skus: [],
  };
  return editRecord(bare, { title, text, brand, newItems: items });
}

/** A file that has this product and nothing else. */
function fileOf(record: ProductRecord) {
  return {
    format: "echelon",
    rows: 1,
    products: [{ row: 1, record, isFaulty: false }],
    problems: [],
    unknownColumns: [],
    guesses: {},
  } as const;
}

import type { ReducedPicture } from "@echelon/connectors/picture/reduce-picture.ts";
import { picturesUploadedMax } from "@echelon/contract/exchange/picture-limits.ts";
import type { ProductView } from "@echelon/contract/exchange/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { UploadedFile } from "../../../platform/http/route.ts";
import type { ExchangeMeans } from "../means.ts";
import { isOurs, pictureAddress } from "../picture-address.ts";
import { productRow } from "../product-row.ts";
import { lockCatalog, putProducts, raiseVersion, readProduct } from "../store/catalog-store.ts";
import { putPicture } from "../store/import-store.ts";
import type { ProductTable } from "../store/schema.ts";
import type { PictureInput } from "../threads/reduce-picture.ts";
import { findOwnCatalog } from "./find-catalog.ts";
import { productView } from "./view-product.ts";

const thread = new URL("../threads/reduce-picture.ts", import.meta.url);

interface Place {
  readonly enterprise: string;
  readonly product: string;
}

/**
 * Puts an uploaded picture behind a product's others. The same picture twice stays once.
 *
 * Its two files are on the disk before the row that refers to them, so that what breaks off leaves
 * a file that nobody names and never a name without a file.
 */
export async function addPicture(
  means: ExchangeMeans,
  caller: Caller,
  place: Place,
  file: UploadedFile,
): Promise<Outcome<ProductView>> {
  const { database, fileDesk, files, clock } = means;
  // Asked before the file is read: a picture that has no place must not cost a thread.
  const wanted = await findPlace(database, caller, place);
  if (!wanted.ok) return wanted;
  const reduced = await fileDesk.hand<PictureInput, ReducedPicture>(thread, { bytes: file.bytes });
  if (!reduced.ok) return reduced;
  const [large, small] = await Promise.all([
    files.put(reduced.value.large),
    files.put(reduced.value.small),
  ]);
  return database.transaction(async (tx) => {
    const now = clock.now();
    const found = await findOwnCatalog(tx, caller, place.enterprise);
    if (!found.ok) return found;
    await lockCatalog(tx, place.enterprise, now);
    const still = await findPlace(tx, caller, place);
    if (!still.ok) return still;
    const row = still.value;
    const url = pictureAddress(large.hash);
    if (row.record.pictures.some((picture) => picture.url === url)) return ok(productView(row));
    await putPicture(tx, { ...large, media_type: "image/webp", small_hash: small.hash });
    const pictures = [...row.record.pictures, { url, alt: "" }];
    const changed = productRow({
      ...row,
      record: { ...row.record, pictures },
      version: row.version + 1,
      changed_at: now,
    });
    await putProducts(tx, [changed]);
    await raiseVersion(tx, place.enterprise, now);
    return ok(productView(changed));
  });
}

/** The caller's own product that has room for a picture. */
async function findPlace(
  sql: Sql,
  caller: Caller,
  { enterprise, product }: Place,
): Promise<Outcome<ProductTable>> {
  const found = await findOwnCatalog(sql, caller, enterprise);
  if (!found.ok) return found;
  const row = await readProduct(sql, enterprise, product);
  if (row === undefined) return refuse({ code: "exchange/no-such-product" });
  if (row.record.pictures.filter(({ url }) => isOurs(url)).length < picturesUploadedMax) {
    return ok(row);
  }
  const facts = { picturesMax: picturesUploadedMax };
  return refuse({ code: "exchange/too-many-pictures", facts });
}

import type { PictureSize } from "@echelon/contract/exchange/pictures.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { FileAnswer } from "../../../platform/http/route.ts";
import type { Means } from "../../../platform/module.ts";
import { readPicture } from "../store/import-store.ts";

/** A drawing can hold scripts and addresses; with this it runs nothing and asks nobody. */
export const pictureSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * A picture by its content, which never changes under its address. A picture of one form gives that
 * one for both sizes.
 */
export async function servePicture(
  { database, files }: Means,
  hash: string,
  size: PictureSize = "large",
): Promise<Outcome<FileAnswer>> {
  const picture = await database.reading((sql) => readPicture(sql, hash));
  if (picture === undefined) return refuse({ code: "exchange/no-such-picture" });
  const form = size === "small" ? (picture.small_hash ?? hash) : hash;
  return ok({ body: await files.read(form), mediaType: picture.media_type, isImmutable: true });
}

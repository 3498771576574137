import {
  megapixelsMax,
  pictureBytesMax,
  pictureSidesMax,
} from "@echelon/contract/exchange/picture-limits.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type sharpOf from "sharp";
import type { Sharp } from "sharp";
import { loadSharp } from "./load-sharp.ts";
import { pictureKind } from "./picture-kind.ts";

/** A picture as it is kept: two forms of it, both WebP, with nothing of the file but its colors. */
export interface ReducedPicture {
  readonly large: Uint8Array;
  readonly small: Uint8Array;
  /** Of the large form, pixels. */
  readonly width: number;
  readonly height: number;
}

const secondsMax = 20;
/** Of 100; photographs of goods show no loss at arm's length (our choice). */
const quality = 82;
const pixelsInMegapixel = 1_000_000;

/**
 * Draws a picture anew in two sizes, turned upright, without its metadata and without whatever else
 * the file held.
 *
 * The file is somebody's: it is told by its bytes, held to its claimed size before a pixel of it is
 * unpacked, and refused when it breaks off. Never throws on bad input.
 */
export async function reducePicture(
  bytes: Uint8Array,
  load: typeof loadSharp = loadSharp,
): Promise<Outcome<ReducedPicture>> {
  if (bytes.length > pictureBytesMax) {
    return refuse({ code: "platform/too-large", facts: { bytesMax: pictureBytesMax } });
  }
  const kind = pictureKind(bytes);
  if (kind === null) return refuse({ code: "exchange/picture-wrong-type" });
  const sharp = await load();
  if (sharp === null) return refuse({ code: "exchange/picture-reader-missing" });
  const claimed = await claimedPixels(sharp, bytes);
  if (claimed === null) return refuse({ code: "exchange/picture-unreadable" });
  if (claimed > megapixelsMax * pixelsInMegapixel) {
    const megapixels = Math.ceil(claimed / pixelsInMegapixel);
    return refuse({
      code: "exchange/picture-too-many-pixels",
      facts: { megapixels, megapixelsMax },
    });
  }
  try {
    return ok(await draw(sharp, bytes));
  } catch (error) {
    const isLate = error instanceof Error && error.message.startsWith("timeout");
    return refuse({ code: isLate ? "exchange/file-took-too-long" : "exchange/picture-unreadable" });
  }
}

/** Width times height as the head of the file has them; null when it has no sound head. */
async function claimedPixels(sharp: typeof sharpOf, bytes: Uint8Array): Promise<number | null> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return width * height;
  } catch {
    return null;
  }
}

async function draw(sharp: typeof sharpOf, bytes: Uint8Array): Promise<ReducedPicture> {
  const options = {
    limitInputPixels: megapixelsMax * pixelsInMegapixel,
    // A file that breaks off is refused; what only deserves a warning is drawn.
    failOn: "error",
  } as const;
  const upright = sharp(bytes, options).autoOrient();
  const { data, info } = await written(upright, pictureSidesMax.large);
  const small = await written(sharp(data), pictureSidesMax.small);
  return { large: data, small: small.data, width: info.width, height: info.height };
}

function written(picture: Sharp, sideMax: number) {
  return picture
    .resize({ width: sideMax, height: sideMax, fit: "inside", withoutEnlargement: true })
    .webp({ quality })
    .timeout({ seconds: secondsMax })
    .toBuffer({ resolveWithObject: true });
}

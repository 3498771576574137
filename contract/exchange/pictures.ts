import { z } from "zod";
import type { RefusalCode } from "../refusals.ts";

/** What may be wrong with an uploaded picture, besides its weight. */
export const pictureRefusals = [
  "exchange/picture-wrong-type",
  "exchange/picture-too-many-pixels",
  "exchange/picture-unreadable",
  "exchange/picture-reader-missing",
  "exchange/file-took-too-long",
  "exchange/file-queue",
] as const satisfies readonly RefusalCode[];

/** The form of a picture that is served; one that was not uploaded here has a single form. */
export const PictureSize = z.enum(["large", "small"]);
export type PictureSize = z.output<typeof PictureSize>;

import { z } from "zod";
import type { RefusalCode } from "../refusals.ts";

export const pictureBytesMax = 10 * 2 ** 20;
/** Width times height as the file claims it, in millions. */
export const megapixelsMax = 40;
/** Of those that are uploaded; a file may name more by their addresses. */
export const picturesUploadedMax = 20;
/** Longest sides of the two forms that are kept, pixels. */
export const pictureSidesMax = { large: 1_600, small: 320 } as const;

/** What a browser's file dialog offers; what a file is, its bytes say. */
export const pictureMediaTypes = ["image/jpeg", "image/png", "image/webp"] as const;

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

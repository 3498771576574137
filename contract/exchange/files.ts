import type { RefusalCode } from "../refusals.ts";

/** The larger of the caps: CSV 20 MiB; XLSX is held to 10 MiB by its reader. */
export const tableFileBytesMax = 20 * 2 ** 20;

/** What may be wrong with a whole file of rows, wherever it is taken in. */
export const fileRefusals = [
  "exchange/file-is-old-excel",
  "exchange/file-not-a-table",
  "exchange/file-has-macros",
  "exchange/file-links-outside",
  "exchange/file-too-large",
  "exchange/file-is-bomb",
  "exchange/file-encoding",
  "exchange/file-no-header",
  "exchange/file-took-too-long",
  "exchange/file-queue",
] as const satisfies readonly RefusalCode[];

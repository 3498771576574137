/** Draws paper in a thread: long tables cost tenths of a second. */
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { PaperDocument } from "./paper-document.ts";
import { writePdf } from "./write-pdf.ts";

export async function run(document: PaperDocument): Promise<Outcome<Uint8Array>> {
  return ok(await writePdf(document));
}

import type { PaperDocument } from "./paper-document.ts";
import { writePdf } from "./write-pdf.ts";

/** For a thread: a document as a PDF. */
export const run = (document: PaperDocument): Promise<Uint8Array> => writePdf(document);

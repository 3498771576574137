/** Writes workbooks in a thread: thousands of rows cost seconds. */
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { type WrittenSheet, writeXlsx } from "./write-xlsx.ts";

export async function run(sheets: readonly WrittenSheet[]): Promise<Outcome<Uint8Array>> {
  return ok(await writeXlsx(sheets));
}

/** Reads a framework of others in a thread of its own: the file is somebody else's, and large. */
import { readCasePackage } from "@echelon/connectors/case/read-package.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { ForeignReading } from "../foreign-head.ts";

export function run(bytes: Uint8Array): Outcome<ForeignReading> {
  const reading = readCasePackage(bytes);
  if (!reading.ok) return ok(reading);
  // The file is kept as it came; what nobody asks for here need not cross over.
  const { kept: _, ...framework } = reading.framework;
  return ok({ ok: true, framework });
}

import type { Odd } from "@echelon/connectors/case/odd-things.ts";
import { type CaseProblem, readCasePackage } from "@echelon/connectors/case/read-package.ts";
import { type ForeignHead, foreignHead } from "./foreign-head.ts";

/** What a package of others is and what is odd about it, or why it is none. */
export type ImportedFramework =
  | (ForeignHead & {
      readonly associations: number;
      readonly rubrics: number;
      readonly odd: readonly Odd[];
    })
  | { readonly problem: CaseProblem };

/** Reads a package of CASE 1.1 without keeping it. */
export function importFramework(bytes: Uint8Array): ImportedFramework {
  const reading = readCasePackage(bytes);
  if (!reading.ok) return { problem: reading.problem };
  const { framework } = reading;
  const { associations, rubrics, odd } = framework;
  return { ...foreignHead(framework), associations: associations.length, rubrics, odd };
}

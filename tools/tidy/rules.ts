import type { Rule } from "./rule.ts";
import { atlasSources } from "./rules/atlas-sources.ts";
import { dependencyDecisions } from "./rules/dependency-decisions.ts";
import { doors } from "./rules/doors.ts";
import { glossary } from "./rules/glossary.ts";
import { importCycles } from "./rules/import-cycles.ts";
import { importTable } from "./rules/import-table.ts";
import { kernelPurity } from "./rules/kernel-purity.ts";
import { lengths } from "./rules/lengths.ts";
import { licenses } from "./rules/licenses.ts";
import { links } from "./rules/links.ts";
import { listedImports } from "./rules/listed-imports.ts";
import { measuredDocs } from "./rules/measured-docs.ts";
import { migrationNumbers } from "./rules/migration-numbers.ts";
import { moduleNeeds } from "./rules/module-needs.ts";
import { names } from "./rules/names.ts";
import { oneVersion } from "./rules/one-version.ts";
import { platformWords } from "./rules/platform-words.ts";
import { quotedCode } from "./rules/quoted-code.ts";
import { refusals } from "./rules/refusals.ts";
import { seasonKeys } from "./rules/season-keys.ts";
import { seen } from "./rules/seen.ts";
import { sqlInStore } from "./rules/sql-in-store.ts";
import { suppressions } from "./rules/suppressions.ts";
import { testHooks } from "./rules/test-hooks.ts";
import { textInCode } from "./rules/text-in-code.ts";
import { textKeysEqual } from "./rules/text-keys.ts";
import { usedDependencies } from "./rules/used-dependencies.ts";
import { unfinished } from "./rules/unfinished.ts";

/** The rules of the house. Each has a planted violation of the same name that it must catch. */
export const rules: readonly Rule[] = [
  importTable,
  moduleNeeds,
  importCycles,
  doors,
  kernelPurity,
  platformWords,
  sqlInStore,
  seasonKeys,
  migrationNumbers,
  lengths,
  names,
  unfinished,
  testHooks,
  suppressions,
  refusals,
  textKeysEqual,
  textInCode,
  atlasSources,
  listedImports,
  usedDependencies,
  oneVersion,
  dependencyDecisions,
  licenses,
  measuredDocs,
  glossary,
  quotedCode,
  links,
  seen,
];

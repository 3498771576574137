/**
 * Reads one folder of this shelf: a country, or a union of countries. Adding a country adds a
 * folder and touches nothing else.
 *
 * Files write dates as ISO dates and rates as basis points; what is read has days since 1970-01-01.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type {
  ComplianceRow,
  Country,
  DutyTable,
  Rule,
  VatRow,
} from "@echelon/kernel/trade/rule-set.ts";
import { ComplianceFile, CountryFile, DutyFile, RulesFile, VatFile } from "./country-shape.ts";

/** A folder of `atlas/countries`, read and checked. */
export type CountryData = {
  readonly country: Country;
  readonly rules: readonly Rule[];
  readonly vat: readonly VatRow[];
  readonly dutyTables: readonly DutyTable[];
  readonly compliance: readonly ComplianceRow[];
};

/** @throws Error naming the file and every fault in it */
export function readCountryFolder(shelf: string, id: string): CountryData {
  const read = <T>(file: string, shape: z.ZodType<T>): T | null => {
    const path = join(shelf, id, file);
    if (!existsSync(path)) return null;
    const parsed = shape.safeParse(JSON.parse(readFileSync(path, "utf8")));
    if (!parsed.success) throw new Error(`${id}/${file}: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  };
  const country = read("country.json", CountryFile);
  if (country === null) throw new Error(`${id}/country.json is missing`);
  const code = id.toUpperCase();
  const rules = read("rules.json", RulesFile);
  const vat = read("vat.json", VatFile);
  const compliance = read("compliance.json", ComplianceFile);
  for (const file of [rules, vat, compliance]) {
    if (file !== null && file.jurisdiction !== code) {
      throw new Error(`${id}: a file says it is of ${file.jurisdiction}`);
    }
  }
  const ofHere = <Row>(row: Row) => ({ ...row, jurisdiction: code });
  return {
    country: { id, code, ...country },
    rules: (rules?.rules ?? []).map(ofHere),
    vat: (vat?.rows ?? []).map(ofHere),
    dutyTables: read("duty.json", DutyFile)?.tables ?? [],
    compliance: (compliance?.rows ?? []).map(ofHere),
  };
}

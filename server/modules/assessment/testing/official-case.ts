import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const path = join(
  import.meta.dirname,
  "../../../../../shared/data/edtech/case/official-case-v1p1-cfpackage.schema.json",
);
export const officialSchema = { path, isHere: existsSync(path) };

/** The official schema; of draft 2019-09 it uses nothing that 2020-12 reads otherwise. */
export function officialPackage(): z.ZodType {
  const schema = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  const $schema = "https://json-schema.org/draft/2020-12/schema";
  return z.fromJSONSchema({ ...schema, $schema } as z.core.JSONSchema.JSONSchema);
}

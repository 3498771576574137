import type { StatusByCode } from "../platform/catalog.ts";

export const refusals = {
  "planning/no-such-import": 404,
  "planning/no-such-source": 404,
  "planning/no-such-posting": 404,
  "planning/no-such-order": 404,
  "planning/import-columns": 422,
  "planning/import-rows": 422,
  "planning/import-seen": 409,
  "planning/import-committed": 409,
  "planning/import-empty": 409,
  "planning/import-too-large": 413,
  "planning/unknown-city": 422,
  "planning/unknown-role": 422,
  "planning/too-few-labels": 409,
} as const satisfies StatusByCode;

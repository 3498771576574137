import type { z } from "zod";

/** Everything that can be wrong with a framework, its overlays or its versions. */
export const findingCodes = [
  "unreadable",
  "misnamed",
  "shape",
  "missing-language",
  "op-unknown",
  "count-too-low",
  "duplicate-id",
  "dangling-reference",
  "unused",
  "measure-undescribed",
  "op-against-measure",
  "threshold-outside",
  "bounds-against-measure",
  "profile-thin",
  "core-incomplete",
  "anchors-missing",
  "anchors-general",
  "anchors-alike",
  "verified-without-source",
  "too-many",
  "overlay-id",
  "overlay-may-not",
  "overlay-lowers",
  "overlay-conflict",
  "version-step",
  "version-repeated",
  "supersedes-unknown",
  "supersedes-present",
  "competency-lost",
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** One fault, and where it stands: the file, then the way into it. */
export interface Finding {
  readonly code: FindingCode;
  readonly path: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

export type Facts = Finding["facts"];

export function finding(code: FindingCode, path: string, facts: Facts = {}): Finding {
  return { code, path, facts };
}

/** What a shape refused, each fault under the code that says most about it. */
export function shapeFindings(file: string, error: z.ZodError): readonly Finding[] {
  return error.issues.map((issue) => {
    const path = [file, ...issue.path.map(String)].join("/");
    return finding(codeOf(file, issue), path, { message: issue.message.slice(0, 200) });
  });
}

function codeOf(file: string, { path, code }: z.core.$ZodIssue): FindingCode {
  const last = path.at(-1);
  // An overlay has no field to take away with: whoever writes one wants what overlays may not.
  if (file.startsWith("overlays/") && code === "unrecognized_keys") return "overlay-may-not";
  if (last === "zh" || last === "en") return "missing-language";
  if (last === "op") return "op-unknown";
  if (last === "minCount") return "count-too-low";
  return "shape";
}

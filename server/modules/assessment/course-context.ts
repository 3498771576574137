import { createHash } from "node:crypto";
import { loadCourses } from "@echelon/courses/course-catalog.ts";
import type { Locale } from "@echelon/contract/platform/shapes.ts";

/**
 * The id of a course as a place in which something was shown: courses have names, evidence has ids.
 * It is of the form of a UUIDv7, and the same on every installation.
 */
export function courseContext(slug: string): string {
  const hex = createHash("sha256").update(`echelon/course/${slug}`).digest("hex");
  const variant = "89ab"[Number.parseInt(hex[16]!, 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `7${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/** Courses by the ids above. */
export const courseContexts = (
  language: Locale,
): ReadonlyMap<string, { readonly slug: string; readonly name: string }> =>
  new Map(
    loadCourses().map(({ course: { slug, name } }) => [
      courseContext(slug),
      { slug, name: name[language] },
    ]),
  );

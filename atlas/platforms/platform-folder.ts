/** Reads one folder of this shelf: a platform's profile. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ProfileFile, type PlatformProfile } from "./platform-shape.ts";

/** @throws Error naming the file and every fault in it */
export function readPlatformFolder(shelf: string, id: string): PlatformProfile {
  const text = readFileSync(join(shelf, id, "profile.json"), "utf8");
  const parsed = ProfileFile.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`${id}/profile.json: ${z.prettifyError(parsed.error)}`);
  return { id, ...parsed.data };
}

/**
 * Commission of a category on a day, basis points of the item price: the row that names the
 * category, else the row for all others. Null when the profile has none for the day.
 */
export function commissionBp(
  profile: PlatformProfile,
  category: string,
  day: number,
): number | null {
  const rows = profile.fees.filter(
    (fee) => fee.id === "commission" && fee.from <= day && (fee.to === null || day < fee.to),
  );
  const row =
    rows.find((fee) => fee.categories.includes(category)) ??
    rows.find((fee) => fee.categories.length === 0);
  return row?.rateBp ?? null;
}

import { z } from "zod";
import { Id, Instant } from "@echelon/contract/platform/shapes.ts";

const int4Max = 2 ** 31 - 1;

/** What the parts of a place may be; columns of these kinds can be compared with them. */
const kinds = {
  text: z.string().refine((text) => text.isWellFormed() && !text.includes("\u0000")),
  id: Id,
  integer: z.int().min(-int4Max).max(int4Max),
  /** ISO 8601, as text. */
  instant: z.string().refine((text) => Instant.safeDecode(text).success),
} as const;

export type CursorKind = keyof typeof kinds;
type PlaceOf<Kinds extends readonly CursorKind[]> = {
  -readonly [At in keyof Kinds]: z.output<(typeof kinds)[Kinds[At]]>;
};

/**
 * A place in a list's total order as the opaque text of `next`: base64url of JSON. It is not
 * signed, since it says nothing that the caller may not ask for.
 */
export function encodeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** The place behind a text; null for a text that is none, which starts the list anew. */
export function decodeCursor<const Kinds extends readonly CursorKind[]>(
  text: string | undefined,
  ...parts: Kinds
): PlaceOf<Kinds> | null {
  if (text === undefined) return null;
  try {
    const place: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (!Array.isArray(place) || place.length !== parts.length) return null;
    const isPlace = parts.every((kind, at) => kinds[kind].safeParse(place[at]).success);
    return isPlace ? (place as unknown as PlaceOf<Kinds>) : null;
  } catch {
    return null;
  }
}

import { credentialLimits } from "./limits.ts";

/** Any object of a document that somebody else wrote. */
export type Json = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON-LD writes one thing with or without brackets; missing is none. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** An object read from UTF-8; null for anything else, and for what is too large or too deep. */
export function readJson(text: string): Json | null {
  if (Buffer.byteLength(text) > credentialLimits.credentialBytesMax) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) && isWithinLimits(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether a value can be walked: not too deep, not too many parts, and so in no circle. */
export function isWithinLimits(value: unknown): boolean {
  let left: number = credentialLimits.valuesMax;
  const walk = (one: unknown, depth: number): boolean => {
    left -= 1;
    if (left < 0 || depth > credentialLimits.depthMax) return false;
    if (typeof one !== "object" || one === null) return true;
    return Object.values(one).every((part) => walk(part, depth + 1));
  };
  return walk(value, 0);
}

/** An instant as credentials write it, to the second: `2026-09-01T08:00:00Z`. */
export function instantText(millis: number): string {
  return new Date(millis).toISOString().replace(/\.\d{3}Z$/, "Z");
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Milliseconds of the epoch; null where it is no instant with its offset. */
export function readInstant(value: unknown): number | null {
  if (typeof value !== "string" || !instant.test(value)) return null;
  const millis = Date.parse(value);
  return Number.isNaN(millis) ? null : millis;
}

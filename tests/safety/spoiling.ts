import fc, { type Arbitrary } from "fast-check";

/** What people, programs and attackers put where something else is meant. */
export const oddValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  -0,
  0.5,
  2 ** 53,
  -(2 ** 53),
  1e308,
  "",
  " ",
  "0",
  "-1",
  "NaN",
  "Infinity",
  "1e9",
  "٣",
  "null",
  "undefined",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udc00x",
  "\ufeff\u202e\u200b",
  "e\u0301",
  "👩‍👩‍👧‍👦",
  "张伟'; drop table practice.season; --",
  "=cmd|' /C calc'!A0",
  "../../../../etc/passwd",
  "%00%2e%2e%2f",
  "${7*7}{{7*7}}<script>alert(1)</script>",
  "01900000-0000-7000-8000-0000000000ff",
  "constructor",
  "__proto__",
  "toString",
  "a".repeat(100_000),
  "字".repeat(5_000),
  [],
  [[]],
  [null],
  Array.from({ length: 2_000 }, (_, index) => index),
  {},
  { toString: "x", constructor: null },
  JSON.parse('{"__proto__": {"isOperator": true}}'),
];

/** Places in lists as nobody was given them: opaque to clients, so any may come back. */
export const oddCursors: readonly string[] = [
  [],
  [1],
  [-1, 0.5],
  ["x"],
  [null],
  ["\u0000"],
  ["01900000-0000-7000-8000-0000000000ff"],
  ["a", "b"],
  ["a", "01900000-0000-7000-8000-0000000000ff"],
  ["2026-01-01T00:00:00.000Z", 1, 1],
  ["yesterday", 1, 1],
  [1e12, 1],
  [1, 2, 3],
  [{}, [], true],
  { length: 2 },
].map((place) => Buffer.from(JSON.stringify(place)).toString("base64url"));

const utf8 = new TextEncoder();

/** A whole picture of one pixel. */
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg" +
    "gg==",
  "base64",
);

/** Files that are no list of anything, or nearly one. */
export const oddFiles: readonly Uint8Array[] = [
  new Uint8Array(),
  utf8.encode("学号,姓名\r\n0012,李明轩\r\n"),
  utf8.encode("Handle,Title,Variant SKU,Variant Price\ntent,Tent,T-1,19.90\n"),
  utf8.encode("学号,姓名\n\u0000,\u0000\n"),
  utf8.encode('"'.repeat(4_000)),
  utf8.encode(`${"a,".repeat(2_000)}\n`.repeat(3)),
  utf8.encode("\ufeff学号;姓名\n=1+1;@x\n"),
  Buffer.from("\ufeff学号,姓名\n\ud800,\udfff\n", "utf16le"),
  Uint8Array.from({ length: 5_000 }, (_, index) => (index * 97) % 256),
  utf8.encode(`PK\u0003\u0004${"x".repeat(500)}`),
  pixel,
  pixel.subarray(0, 45),
  Buffer.concat([pixel.subarray(0, 16), Buffer.alloc(8, 0x7f), pixel.subarray(24)]),
  utf8.encode(
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
  ),
];

/**
 * One change to a value: where, by a number that is taken modulo the places there are, and what.
 */
export type Spoiling = {
  readonly place: number;
  readonly how: "replace" | "drop" | "add";
  readonly odd: unknown;
};

export const spoilings: Arbitrary<Spoiling> = fc.record({
  place: fc.nat(10_000),
  how: fc.constantFrom("replace", "replace", "replace", "drop", "add"),
  odd: fc.oneof(fc.constantFrom(...oddValues), fc.jsonValue({ maxDepth: 2 })),
});

type Place = readonly (string | number)[];

/** Changes one place of a value; the value itself stays as it is. */
export function spoil(value: unknown, { place, how, odd }: Spoiling): unknown {
  const places = placesOf(value);
  return change(value, places[place % places.length]!, how, odd);
}

function placesOf(value: unknown, at: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, part]) => placesOf(part, [...at, key]))];
}

function change(value: unknown, place: Place, how: Spoiling["how"], odd: unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined) {
    const isOpen = typeof value === "object" && value !== null && !Array.isArray(value);
    return how === "add" && isOpen ? { ...value, unknownField: odd } : odd;
  }
  const changed = change((value as Record<string, unknown>)[key], rest, how, odd);
  const isDropped = how === "drop" && rest.length === 0;
  if (Array.isArray(value)) {
    return isDropped ? value.toSpliced(Number(key), 1) : value.with(Number(key), changed);
  }
  const entries = Object.entries(value as object);
  return Object.fromEntries(
    entries.flatMap(([name, part]) =>
      name !== key ? [[name, part]] : isDropped ? [] : [[name, changed]],
    ),
  );
}

import { z } from "zod";

/** A UUIDv7 made by whoever creates the thing. */
export const Id = z.uuid({ version: "v7" });

/**
 * A `bigint` that fits PostgreSQL's `int8` (money in minor units); a decimal string on the wire.
 */
export const BigInteger = z.codec(
  z.string().regex(/^(0|-?[1-9]\d{0,18})$/),
  z
    .bigint()
    .min(-(2n ** 63n))
    .max(2n ** 63n - 1n),
  { decode: (text) => BigInt(text), encode: (value) => value.toString() },
);

/** An instant; ISO 8601 in UTC on the wire. */
export const Instant = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (value) => value.toISOString(),
});

/** A calendar date without a time, `YYYY-MM-DD`. */
export const PlainDate = z.iso.date();

/** A person's language on screen. */
export const Locale = z.enum(["zh", "en"]);
export type Locale = z.output<typeof Locale>;

/** A number in a path or a query, where everything arrives as text; canonical decimal only. */
export function integerText(min: number, max: number) {
  return z.codec(z.string().regex(/^(0|-?[1-9]\d{0,15})$/), z.int().min(min).max(max), {
    decode: (text) => Number(text),
    encode: (value) => String(value),
  });
}

/**
 * A name that somebody can read out or find on a list: invisible marks alone are none.
 *
 * @param charsMax most characters that it may have
 */
export const nameOf = (charsMax: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(charsMax)
    .refine((name) => /[^\p{Default_Ignorable_Code_Point}\p{C}\p{Z}]/u.test(name));

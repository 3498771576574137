import pg from "pg";

const { builtins } = pg.types;

/**
 * How PostgreSQL's values arrive: `int8` as bigint, `date` as `YYYY-MM-DD`, `timestamptz` as Date.
 *
 * pg gives `int8` as a string and `date` as a Date in the server's zone, which shifts the day. No
 * column is `numeric`; a query that makes one (sum, avg of int8) must cast it, or it throws here.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (format === "binary") return pg.types.getTypeParser(oid, "binary");
    return ownParsers.get(oid) ?? pg.types.getTypeParser(oid, "text");
  },
} as pg.CustomTypesConfig;

const int8Array = 1016;
const dateArray = 1182;

const ownParsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, (text) => BigInt(text)],
  [int8Array, (text) => plainItems(text).map((item) => (item === null ? null : BigInt(item)))],
  [builtins.DATE, (text) => text],
  [dateArray, (text) => plainItems(text)],
  [
    builtins.NUMERIC,
    () => {
      throw new TypeError("a numeric value: cast it to int, bigint or text in the query");
    },
  ],
]);

/** The items of an array literal whose items need no quotes. */
function plainItems(text: string): (string | null)[] {
  const inside = text.slice(1, -1);
  if (inside === "") return [];
  return inside.split(",").map((item) => (item === "NULL" ? null : item));
}

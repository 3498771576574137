import type { Answer } from "../../../../api/client.ts";

export type Why = Answer<"GET /practice/seasons/:season/stores/:store/why">;
export type WhyFigure = Why["figures"][number];
export type WhyPart = WhyFigure["parts"][number];
export type WhyRow = Why["listings"][number];

/** The figure's parts that are not nothing, the largest first; they sum to its change. */
export function partsBySize({ parts }: WhyFigure): WhyPart[] {
  return parts
    .filter(({ value }) => value !== 0)
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

/** What a cause did to each listing, in the figure's unit; the largest first. */
export function rowsOf(
  why: Why,
  figure: WhyFigure,
  cause: string,
): { row: WhyRow; value: number }[] {
  const valueOf = (row: WhyRow) =>
    figure.id === "orders"
      ? row.ordersMilli / 1_000
      : figure.id === "sales"
        ? row.salesMinor
        : row.profitMinor;
  return why.listings
    .filter((row) => row.cause === cause)
    .map((row) => ({ row, value: valueOf(row) }))
    .filter(({ value }) => value !== 0)
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

/**
 * The one part that pulled most the way the figure went; null where nothing changed. Where it is a
 * cause with listings, the listing it pulled most by.
 */
export function mainCause(
  why: Why,
  id: WhyFigure["id"],
): { part: WhyPart; row: WhyRow | null } | null {
  const figure = why.figures.find((one) => one.id === id);
  if (figure === undefined) return null;
  const turn = Math.sign(figure.after - figure.before);
  const part = partsBySize(figure).find(({ value }) => Math.sign(value) === turn);
  if (turn === 0 || part === undefined) return null;
  const rows = rowsOf(why, figure, part.cause);
  return { part, row: rows.find(({ value }) => Math.sign(value) === turn)?.row ?? null };
}

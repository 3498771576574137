import type { Answer } from "../../../api/client.ts";

export type WallView = Answer<"GET /practice/seasons/:season/wall">;
export type Tile = WallView["tiles"][number];
export const orders = ["help", "rank", "name"] as const;
export type Order = (typeof orders)[number];

/** How much each warning presses; a store with two is helped before a store with one of them. */
const weights: Readonly<Record<string, number>> = {
  "cash-low": 32,
  idle: 16,
  "nothing-listed": 16,
  "warehouse-empty": 8,
  "sold-out": 8,
  loss: 4,
  "no-sale": 2,
  "part-sold-out": 1,
};

export function urgency(tile: Pick<Tile, "warnings">): number {
  return tile.warnings.reduce((sum, code) => sum + (weights[code] ?? 1), 0);
}

/** Red where money runs out, amber where somebody is stuck or away, else quiet. */
export function toneOf(tile: Pick<Tile, "warnings">): "bad" | "warn" | "quiet" {
  if (tile.warnings.includes("cash-low")) return "bad";
  const stuck = ["idle", "nothing-listed", "warehouse-empty", "sold-out", "loss"];
  return tile.warnings.some((code) => stuck.includes(code)) ? "warn" : "quiet";
}

/** How many stores need the teacher: those whose cards are marked, and no others. */
export const countInNeed = (tiles: readonly Pick<Tile, "warnings">[]): number =>
  tiles.filter((tile) => toneOf(tile) !== "quiet").length;

/** People's stores first, then programs, which are no store of anybody in the class. */
export const leaguesOf = <T extends Pick<Tile, "isAgent">>(tiles: readonly T[]): T[][] =>
  [false, true].map((of) => tiles.filter(({ isAgent }) => isAgent === of));

/** The wall's tiles in the order a teacher asked for; ties by number, so that nothing jumps. */
export function sortTiles<T extends Pick<Tile, "warnings" | "rank" | "name" | "store">>(
  tiles: readonly T[],
  order: Order | "store",
): T[] {
  return tiles.toSorted((a, b) => {
    if (order === "help") return urgency(b) - urgency(a) || a.rank - b.rank || a.store - b.store;
    if (order === "store") return a.store - b.store;
    if (order === "rank") return a.rank - b.rank || a.store - b.store;
    return a.name.localeCompare(b.name) || a.store - b.store;
  });
}

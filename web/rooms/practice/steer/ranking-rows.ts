import type { Answer } from "../../../api/client.ts";

export type Board = Answer<"GET /practice/seasons/:season/leaderboard">;
export type BoardRow = Board["rows"][number] & {
  /** Among people alone; the leaderboard of a store counts bots too. */
  readonly place: number;
};

/** Stores of people, the best first, counted among themselves. */
export const peopleOf = ({ rows }: Board): BoardRow[] =>
  rows
    .filter(({ isBot, isAgent }) => !isBot && !isAgent)
    .map((row, index) => ({ ...row, place: index + 1 }));

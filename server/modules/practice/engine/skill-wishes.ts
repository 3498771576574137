/** What threads that measure skill are asked, and what they answer. */
import type { DesignSize } from "@echelon/kernel/market/skill/design.ts";
import type { PlayedSeason } from "@echelon/kernel/market/skill/play-season.ts";

/** Which recipes are in a season, by the name of their list. */
export type RecipeList = "none" | "scripts" | "follies" | "honest" | "boasting";

/** One season to play: small enough to send, for the thread builds the world itself. */
export type SeasonWish = {
  readonly scenario: string;
  readonly size: DesignSize;
  readonly seed: number;
  readonly recipes: RecipeList;
};

export type SeasonAnswer = {
  readonly wish: SeasonWish;
  readonly played: PlayedSeason;
};

import { buildWorldSource } from "@echelon/atlas/world-source.ts";
import { designSeed, designSource } from "@echelon/kernel/market/skill/design.ts";
import { playSeason, type PlayedSeason } from "@echelon/kernel/market/skill/play-season.ts";
import { recipeEntries, type Recipe } from "@echelon/kernel/market/skill/recipe.ts";
import {
  boastingRecipe,
  degenerateRecipes,
  fixedScripts,
  honestRecipe,
  lazyRecipe,
} from "@echelon/kernel/market/skill/recipes.ts";
import { compileWorld } from "@echelon/kernel/market/world/world.ts";
import type { RecipeList, SeasonWish } from "./skill-wishes.ts";

/** From the day after this one on, an honest store should be ahead of a boasting one (check 28). */
const honestyDay = 45;

/** The recipes of a list; the last of the follies is shown and held to nothing. */
export const recipesOf: Readonly<Record<RecipeList, readonly Recipe[]>> = {
  none: [],
  scripts: fixedScripts,
  follies: [...degenerateRecipes, lazyRecipe],
  honest: [honestRecipe],
  boasting: [boastingRecipe],
};

/** Plays one season of the design. */
export function playWish({ scenario, size, seed, recipes }: SeasonWish): PlayedSeason {
  const compiled = compileWorld(designSource(buildWorldSource(scenario), size, seed));
  if (!compiled.ok) throw new Error(`the design has faults: ${JSON.stringify(compiled.faults)}`);
  return playSeason({
    world: compiled.value,
    seed: designSeed(seed),
    days: size.days,
    decide: recipeEntries(recipesOf[recipes]),
    watchAfter: Math.min(honestyDay, size.days),
  });
}

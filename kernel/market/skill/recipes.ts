/** The recipes that are tried: sound ones, nonsense, and an honest store beside a boasting one. */
import type { Recipe } from "./recipe.ts";

const sound: Recipe = {
  id: "sound",
  skill: 1,
  picking: "first-categories",
  offers: 20,
  // Dearer than what would earn most without rivals: who has little capital sells fewer units well.
  pricing: { by: "sound", share: 1.2 },
  markets: 99,
  contentMilli: 500,
  claimMilli: 0,
  bidTicks: 600,
  budgetTicks: 150_000,
  firstUnits: 40,
  coverDays: 14,
};

/**
 * Fixed scripts: all of them sensible, each another answer to what, for how much, where and how
 * loud. Whichever wins one world is what a class would pass on to the next.
 */
export const fixedScripts: readonly Recipe[] = [
  sound,
  { ...sound, id: "last-categories", picking: "last-categories" },
  { ...sound, id: "cheap-goods", picking: "cheapest" },
  { ...sound, id: "dear-goods", picking: "dearest" },
  { ...sound, id: "light-goods", picking: "lightest" },
  { ...sound, id: "quick-goods", picking: "quickest" },
  { ...sound, id: "one-category", picking: "one-category" },
  { ...sound, id: "discount", pricing: { by: "sound", share: 1 } },
  { ...sound, id: "premium", pricing: { by: "sound", share: 1.45 } },
  { ...sound, id: "loud", bidTicks: 1500, budgetTicks: 600_000 },
];

/** An average store, as bots of skill .5 are, in all but its folly. */
const average: Recipe = {
  ...sound,
  id: "average",
  pricing: { by: "sound", share: 0.94 },
  skill: 0.5,
  contentMilli: 50,
  coverDays: 12,
};

/** What must not pay: each is an average store but for one thing (check 27). */
export const degenerateRecipes: readonly Recipe[] = [
  { ...average, id: "price-is-cost", pricing: { by: "cost" } },
  { ...average, id: "price-times-ten", pricing: { by: "sound", share: 10 } },
  // Two of them, for alone one would pay what the next store bids.
  { ...average, id: "highest-bid", bidTicks: 1_000_000, budgetTicks: 30_000_000 },
  { ...average, id: "highest-bid-too", bidTicks: 1_000_000, budgetTicks: 30_000_000 },
  { ...average, id: "no-stock", firstUnits: 0 },
  // Whoever sells most of a product sets its price here, too: often one who asks too little.
  { ...average, id: "copies-the-leader", pricing: { by: "leader" } },
];

/**
 * Shown beside them and held to nothing: copying the goods of the store that sells most is market
 * research, if a lazy one.
 */
export const lazyRecipe: Recipe = {
  ...average,
  id: "copies-goods-and-prices",
  picking: "leader",
  pricing: { by: "leader" },
};

/**
 * A store that says what is so, and the same one that promises more (check 28). Promises bring a
 * fifth of the scale of content, as borrowed pictures do (practice.md 14).
 */
export const honestRecipe: Recipe = { ...sound, id: "honest", contentMilli: 300 };
export const boastingRecipe: Recipe = {
  ...honestRecipe,
  id: "boasting",
  contentMilli: 500,
  claimMilli: 1500,
};

import { z } from "zod";
import { Id, integerText } from "../platform/shapes.ts";
import { MarketCode, Sku } from "./shapes.ts";

/** Paths and refusals that the endpoints of seasons and of stores share. */
export const ofSeason = z.strictObject({ season: Id });
export const ofStore = z.strictObject({ season: Id, store: integerText(0, 5_999) });
export const ofListing = ofStore.extend({ sku: Sku, market: MarketCode });
export const span = { from: integerText(0, 400).optional(), to: integerText(0, 400).optional() };

export const seasonRefusals = ["practice/no-such-season"] as const;
/** Who looks back needs a closed day, and ranks that are shown. */
export const debriefRefusals = [
  ...seasonRefusals,
  "practice/nothing-closed",
  "practice/ranking-hidden",
] as const;
export const storeRefusals = [
  "practice/no-such-season",
  "practice/no-such-store",
  "practice/engine-version",
] as const;

/** Rows that are few enough to be told at once. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item).max(5_000) });

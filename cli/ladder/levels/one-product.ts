import type { Level } from "../level.ts";
import { cheapestService, type Opening, openShop } from "../open-shop.ts";
import { nameAlone } from "../words.ts";

/** Level 1 lists one product in the first market at its cost and 30 %, and waits. */
export const oneProduct: Level = {
  level: 1,
  async play(desk) {
    await openShop(desk, opening);
  },
};

const opening: Opening = {
  products: 1,
  markets: ({ markets }) => markets.slice(0, 1).map(({ code }) => code),
  lots: 0,
  words: nameAlone,
  price: async ({ costOf }) => Math.round(((await costOf()) ?? 0) * 1.3),
  service: cheapestService,
  promise: ({ p50Days }) => p50Days,
};

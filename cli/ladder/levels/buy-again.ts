import type { Level } from "../level.ts";
import { cheapestService, everywhere, medianPrice, type Opening, openShop } from "../open-shop.ts";
import { restockByRule } from "../routines.ts";
import { nameAlone } from "../words.ts";

/** Level 3 does so with five products and buys again by a standing rule. */
export const buyAgain: Level = {
  level: 3,
  async play(desk) {
    await openShop(desk, opening);
    await restockByRule(desk);
  },
};

const opening: Opening = {
  products: 5,
  markets: everywhere,
  lots: 1,
  words: nameAlone,
  price: medianPrice,
  service: cheapestService,
  promise: ({ p50Days }) => p50Days,
};

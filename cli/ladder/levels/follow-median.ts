import type { Level } from "../level.ts";
import { cheapestService, everywhere, medianPrice, type Opening, openShop } from "../open-shop.ts";
import { nameAlone } from "../words.ts";

/** Level 2 lists three products everywhere at the middle of what others ask. */
export const followMedian: Level = {
  level: 2,
  async play(desk) {
    await openShop(desk, opening);
  },
};

const opening: Opening = {
  products: 3,
  markets: everywhere,
  lots: 1,
  words: nameAlone,
  price: medianPrice,
  service: cheapestService,
  promise: ({ p50Days }) => p50Days,
};

import type { Level } from "../level.ts";
import { cheapestService, everywhere, medianPrice, type Opening, openShop } from "../open-shop.ts";
import { restockByRule } from "../routines.ts";
import { searchedWords } from "../words.ts";

/** Level 4 writes its listings with the words that buyers search, besides. */
export const foundWords: Level = {
  level: 4,
  async play(desk) {
    await openShop(desk, opening);
    await restockByRule(desk);
  },
};

const opening: Opening = {
  products: 5,
  markets: everywhere,
  lots: 1,
  words: searchedWords,
  price: medianPrice,
  service: cheapestService,
  promise: ({ p50Days }) => p50Days,
};

import type { Level } from "../level.ts";
import { cheapestService, everywhere, medianPrice, type Opening, openShop } from "../open-shop.ts";
import { advertise, restockByRule } from "../routines.ts";
import { searchedWords } from "../words.ts";

/** Level 5 advertises, too, at half of what a click may cost at most. */
export const paidClicks: Level = {
  level: 5,
  async play(desk) {
    if (await openShop(desk, opening)) await advertise(desk, 5_000, 20);
    await restockByRule(desk);
  },
};

const opening: Opening = {
  products: 6,
  markets: everywhere,
  lots: 1,
  words: searchedWords,
  price: medianPrice,
  service: cheapestService,
  promise: ({ p50Days }) => p50Days,
};

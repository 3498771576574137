import type { Level } from "../level.ts";
import {
  everywhere,
  marginAcross,
  type Opening,
  openShop,
  soundPriceOf,
  soundService,
} from "../open-shop.ts";
import { advertise, restockByRule } from "../routines.ts";
import { searchedWords } from "../words.ts";

/** Level 6 chooses by margin and asks the price that would earn most. */
export const soundPrice: Level = {
  level: 6,
  async play(desk) {
    if (await openShop(desk, opening)) await advertise(desk, 5_000, 20);
    await restockByRule(desk);
  },
};

const opening: Opening = {
  products: 9,
  worth: marginAcross,
  markets: everywhere,
  lots: 2,
  words: searchedWords,
  price: soundPriceOf,
  service: soundService,
  promise: ({ p50Days }) => p50Days,
};

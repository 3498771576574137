import type { Level } from "../level.ts";
import {
  everywhere,
  marginAcross,
  type Opening,
  openShop,
  soundPriceOf,
  soundService,
} from "../open-shop.ts";
import { advertise, answerBuyers, restockByRule, revise, useWarehouses } from "../routines.ts";
import { searchedWords } from "../words.ts";

/** Level 8 fills its shelves and changes prices and bids by its own figures. */
export const ownFigures: Level = {
  level: 8,
  async play(desk) {
    if (await openShop(desk, opening)) {
      await advertise(desk, 5_000, 40);
      await answerBuyers(desk);
    }
    await restockByRule(desk);
    await useWarehouses(desk);
    await revise(desk);
  },
};

const opening: Opening = {
  products: 16,
  worth: marginAcross,
  markets: everywhere,
  lots: 3,
  words: (editor) => searchedWords(editor, 2),
  price: soundPriceOf,
  service: soundService,
  promise: ({ p90Days }) => p90Days,
};

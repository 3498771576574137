import type { Level } from "../level.ts";
import {
  everywhere,
  marginAcross,
  type Opening,
  openShop,
  soundPriceOf,
  soundService,
} from "../open-shop.ts";
import { advertise, answerBuyers, restockByRule, useWarehouses } from "../routines.ts";
import { searchedWords } from "../words.ts";

/** Level 7 promises what it keeps, shows good pictures, answers buyers, keeps stock near them. */
export const nearAndKind: Level = {
  level: 7,
  async play(desk) {
    if (await openShop(desk, opening)) {
      await advertise(desk, 5_000, 30);
      await answerBuyers(desk);
    }
    await restockByRule(desk);
    await useWarehouses(desk);
  },
};

const opening: Opening = {
  products: 12,
  worth: marginAcross,
  markets: everywhere,
  lots: 2,
  words: (editor) => searchedWords(editor, 2),
  price: soundPriceOf,
  service: soundService,
  promise: ({ p90Days }) => p90Days,
};

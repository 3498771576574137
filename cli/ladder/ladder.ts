import { buyAgain } from "./levels/buy-again.ts";
import { foundWords } from "./levels/found-words.ts";
import { followMedian } from "./levels/follow-median.ts";
import { nearAndKind } from "./levels/near-and-kind.ts";
import { oneProduct } from "./levels/one-product.ts";
import { ownFigures } from "./levels/own-figures.ts";
import { paidClicks } from "./levels/paid-clicks.ts";
import { soundPrice } from "./levels/sound-price.ts";
import type { Level } from "./level.ts";

/** The scripted players, the weakest first. */
export const ladder: readonly Level[] = [
  oneProduct,
  followMedian,
  buyAgain,
  foundWords,
  paidClicks,
  soundPrice,
  nearAndKind,
  ownFigures,
];

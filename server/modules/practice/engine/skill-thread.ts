/** A thread that plays seasons, one after the other, as it is asked for them. */
import { parentPort } from "node:worker_threads";
import { playWish } from "./play-wish.ts";
import type { SeasonAnswer, SeasonWish } from "./skill-wishes.ts";

parentPort?.on("message", (wish: SeasonWish) => {
  const answer: SeasonAnswer = { wish, played: playWish(wish) };
  parentPort?.postMessage(answer);
});

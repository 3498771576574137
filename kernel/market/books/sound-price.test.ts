import assert from "node:assert/strict";
import { test } from "node:test";
import { contextOf } from "../decisions/decision-context.ts";
import { exampleSeason } from "../examples/example-season.ts";
import type { ExampleOptions } from "../examples/example-world.ts";
import { firstSeat } from "../state/season.ts";
import { lostShare, soundPrice } from "./sound-price.ts";

/** The sound price of the first product in the first market by the first service of a kind. */
function priceBy(leg: "parcel" | "last-mile", options: ExampleOptions = {}): number {
  const { season } = exampleSeason({ burnInDays: 0, ...options });
  const service = season.world.source.trade.services.findIndex(
    (one) => one.leg === leg && one.markets.includes(season.world.marketIds[0]!),
  );
  return soundPrice(contextOf(season), firstSeat(season.world), 0, 0, service)!;
}

test("what buyers send back makes the sound price dearer by its share", () => {
  const { season } = exampleSeason({ burnInDays: 0 });
  const service = season.world.source.trade.services.findIndex(({ leg }) => leg === "parcel");
  const lost = lostShare(season, 0, service);
  assert.ok(lost > 0.01 && lost < 0.2, `${lost}`);
  const ratio = priceBy("parcel") / priceBy("parcel", { modules: { returns: false } });
  // Beside it there are the fees of chargebacks.
  assert.ok(ratio > 1 / (1 - lost) && ratio < 1.1 / (1 - lost), `${ratio}`);
});

test("stock abroad costs what it took to bring it there", () => {
  const parameters = [{ name: "return.direct", value: 1 }];
  const near = priceBy("last-mile", { parameters });
  assert.ok(near > 0 && Number.isFinite(near));
});

test("however much comes back, the price stays one", () => {
  const parameters = [
    { name: "return.direct", value: 1 },
    { name: "return.base.other", value: 1 },
    { name: "return.base.home", value: 1 },
    { name: "dispute.base", value: 1 },
  ];
  const plain = priceBy("parcel");
  const troubled = priceBy("parcel", { parameters });
  assert.ok(troubled > plain && troubled < 3 * plain, `${troubled} against ${plain}`);
});

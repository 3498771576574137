import { test } from "node:test";
import assert from "node:assert/strict";
import { applyIntervention } from "./apply-decision.ts";
import { contextOf } from "./decision-context.ts";
import { closeDay } from "./day.ts";
import { beginnersLog, exampleSeason } from "./example-season.ts";
import { firstSeat } from "./season.ts";
import { economicProfit, measuresOf, parOf, scoreMeasures, scoreStore } from "./score.ts";

test("like masters is .75, like beginners .25, and without a par line nobody scores", () => {
  const { season, work } = exampleSeason({ bots: 20, stores: 24 });
  for (let day = 1; day <= 10; day++) closeDay(season, [], work, { into: season.state });
  const context = contextOf(season);
  const par = parOf(context)!;
  assert.ok(par !== null);
  const master = Array.from({ length: 20 }, (_, store) => store).find(
    (store) => season.state.botLevel[store] === 4 && season.state.enteredOn[store]! >= 7,
  )!;
  const own = measuresOf(context, master);
  const like = (side: "low" | "high") =>
    Object.fromEntries(
      scoreMeasures.map((name) => {
        const width = 1;
        return [
          name,
          side === "low"
            ? { low: own[name], high: own[name] + width }
            : { low: own[name] - width, high: own[name] },
        ];
      }),
    ) as typeof par;
  assert.equal(scoreStore(context, master, like("low")).scoreMilli, 250);
  assert.equal(scoreStore(context, master, like("high")).scoreMilli, 750);
  assert.equal(scoreStore(context, master, null).scoreMilli, -1);
  assert.equal(scoreStore(context, master, par).processMilli, -1);
});

test("help of the steward changes cash and no score, a penalty counts", () => {
  const { season, work } = exampleSeason();
  const { state } = closeDay(season, beginnersLog(season.world), work);
  const shop = { ...season, state };
  const store = firstSeat(season.world);
  const context = contextOf(shop);
  const before = economicProfit(context, store);
  const help = { kind: "help-store", store, amountMinor: 50_000, reason: "x" } as const;
  applyIntervention(context, help);
  assert.ok(Math.abs(economicProfit(context, store) - before) < 1e-6);
  applyIntervention(context, { ...help, kind: "penalize-store", amountMinor: 80_000 });
  assert.ok(Math.abs(economicProfit(context, store) - (before - 80_000)) < 1e-6);
});

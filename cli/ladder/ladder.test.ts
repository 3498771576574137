import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { FreshApp } from "@echelon/server/main.ts";
import { type Client, createClient } from "./client.ts";
import { openDesk } from "./desk.ts";
import { ladder } from "./ladder.ts";
import { closeDay, letIn, openHouse, openSeason, type Person } from "./season-for-tests.ts";

/** A season long enough for the suppliers' goods to come, on secrets that are always the same. */
const days = 12;
const seeds = [1];
const rhoMin = 0.6;

suite("the ladder of scripted players", () => {
  let house: FreshApp;
  let url = "";
  let teacher: Person;
  before(async () => {
    ({ house, url, teacher } = await openHouse());
  });
  after(() => house.stop());

  test("wins the more the higher it is climbed", async () => {
    for (const seed of seeds) {
      const profits = await play(seed);
      const rho = spearman(profits);
      assert.ok(rho > rhoMin, `seed ${seed}, ${rho}: ${profits.join(" ")}`);
    }
  });

  /** Profits of the levels after a season on one secret. */
  async function play(seed: number): Promise<number[]> {
    const season = await openSeason(house, teacher, { days, bots: 20, seed });
    const where = { season };
    const clients: { store: number; client: Client }[] = [];
    for (const { level } of ladder) {
      const { store, token } = await letIn(house, teacher, season, `Level ${level}`);
      clients.push({ store, client: createClient(url, token) });
    }
    for (let day = 1; day <= days; day += 1) {
      await Promise.all(
        ladder.map(async ({ play: playDay }, at) => playDay(await openDesk(clients[at]!.client))),
      );
      await closeDay(house, teacher, season, day);
    }
    const board = await house.call(teacher, "GET /practice/seasons/:season/leaderboard", { where });
    return clients.map(
      ({ store }) => board.body.rows.find((one) => one.store === store)!.profitMinor,
    );
  }
});

/** Place from the bottom, the lowest is 1. */
const rankOf = (value: number, all: readonly number[]) =>
  1 + all.filter((other) => other < value).length;

/** Spearman's rank correlation of values with their places in the list. */
function spearman(values: readonly number[]): number {
  const n = values.length;
  const squares = values.reduce((sum, value, at) => sum + (rankOf(value, values) - at - 1) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

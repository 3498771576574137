import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { FreshApp } from "@echelon/server/main.ts";
import { closeDay, letIn, openHouse, openSeason, type Person } from "../ladder/season-for-tests.ts";
import { runEchelon } from "../run.ts";

const never = new Promise<void>(() => {});

suite("a scripted player at the command line", () => {
  let house: FreshApp;
  let url = "";
  let teacher: Person;
  before(async () => {
    ({ house, url, teacher } = await openHouse());
  });
  after(() => house.stop());

  const play = (args: string, hear: (line: string) => void = () => {}, ended = never) =>
    runEchelon(`agent --url ${url} ${args}`.split(" "), {
      out: hear,
      tell: hear,
      environment: { LANG: "en" },
      folder: "",
      input: () => Promise.resolve(new Uint8Array()),
      ended,
    });

  test("plays each day as soon as it is open, and ends with the season", async () => {
    const season = await openSeason(house, teacher, { days: 2, bots: 6, seed: 1 });
    const { token } = await letIn(house, teacher, season, "Player");
    const steps = [1, 2].map(() => Promise.withResolvers<void>());
    const playing = play(`--token ${token} --level 2`, (line) => {
      const day = Number(/^Day (\d+) is played/.exec(line)?.[1] ?? 0);
      steps[day - 1]?.resolve();
    });
    const begun = performance.now();
    for (const [at, { promise }] of steps.entries()) {
      await promise;
      await closeDay(house, teacher, season, at + 1);
    }
    assert.equal(await playing, 0);
    // Half a minute is what a wait takes when no event comes.
    assert.ok(performance.now() - begun < 25_000, "the player did not hear of the closes");
  });

  test("ends when it is asked to, and says what it was refused", async () => {
    const season = await openSeason(house, teacher, { days: 2, bots: 6, seed: 2 });
    const { token } = await letIn(house, teacher, season, "Player");
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const played = play(
      `--token ${token} --level 1`,
      (line) => {
        if (line.startsWith("Day 1")) end();
      },
      ended,
    );
    assert.equal(await played, 0);
    const said: string[] = [];
    assert.equal(await play("--token ech_nothing --level 1", (line) => said.push(line)), 1);
    assert.match(said.join("\n"), /platform\/not-signed-in/);
    assert.equal(await play(`--token ${token} --level 9`), 2);
  });
});

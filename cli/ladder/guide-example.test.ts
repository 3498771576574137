import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import type { FreshApp } from "@echelon/server/main.ts";
import { closeDay, letIn, openHouse, openSeason, type Person } from "./season-for-tests.ts";

const guide = (language: "zh" | "en") =>
  readFileSync(join(import.meta.dirname, `../../docs/guide/program/${language}/README.md`), "utf8");
const exampleOf = (text: string) => /```js\n([\s\S]*?)```/.exec(text)?.[1] ?? "";

suite("the program of the guide", () => {
  let house: FreshApp;
  let url = "";
  let teacher: Person;
  let folder = "";
  before(async () => {
    ({ house, url, teacher } = await openHouse());
    folder = mkdtempSync(join(tmpdir(), "echelon-guide-"));
  });
  after(async () => {
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("is the same in both languages", () => {
    assert.equal(exampleOf(guide("zh")), exampleOf(guide("en")));
    assert.notEqual(exampleOf(guide("en")), "");
  });

  test("lists, waits for the closes, and ends with the season", async () => {
    const days = 2;
    const season = await openSeason(house, teacher, { days, bots: 6, seed: 1 });
    const { store, token } = await letIn(house, teacher, season, "By the guide");
    const file = join(folder, "program.mjs");
    writeFileSync(file, exampleOf(guide("en")));
    const program = spawn(process.execPath, [file], {
      env: { ...process.env, ECHELON_URL: url, ECHELON_TOKEN: token },
    });
    let said = "";
    for (const stream of [program.stdout, program.stderr])
      stream.on("data", (piece: Buffer) => (said += piece.toString()));
    const ended = new Promise<number | null>((done) => program.once("exit", done));
    for (let day = 1; day <= days; day += 1) {
      await handedIn(season, store, day);
      await closeDay(house, teacher, season, day);
    }
    assert.equal(await ended, 0, said);
    assert.match(said, /day 1 [\s\S]*day 2 [\s\S]*the season is over/);
    const at = { where: { season, store: String(store) } };
    const does = "GET /practice/seasons/:season/stores/:store/products";
    const { body } = await house.call(teacher, does, at);
    assert.deepEqual(
      body.offers.map(({ listings }) => listings.filter(({ state }) => state === "live").length),
      [1],
    );
  });

  /** Resolves when the program says that it is done with the day. */
  async function handedIn(season: string, store: number, day: number): Promise<void> {
    const where = { season, store: String(store) };
    const end = performance.now() + 20_000;
    while (performance.now() < end) {
      const { body } = await house.call(teacher, "GET /practice/seasons/:season/stores/:store", {
        where,
      });
      if (body.isReady) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    assert.fail(`day ${day} was not handed in`);
  }
});

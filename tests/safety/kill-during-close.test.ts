import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import { killDatabase } from "./database-process.ts";
import { sized } from "./run-length.ts";
import { askForClose, handIn, openClass, untilClosed } from "./scripted-class.ts";
import { assertSeasonKept } from "./season-promises.ts";
import { seededDraw } from "./seeded-draw.ts";
import { type ServerProcess, startServer, temporaryHome } from "./server-process.ts";
import { assertSameSeason, playUndisturbed, readSecret } from "./undisturbed-run.ts";

const days = sized(5, 10);
const plan = {
  students: sized(8, 40),
  scenario: sized("first-week", "class-40"),
  days,
  bots: sized(6, 20),
};
/** Of each day: how often the power is cut while students hand in, and while the day closes. */
const cutsEach = sized(1, 12);
/** What all cuts together must come to; work that is done sooner is not cut as often. */
const cutsMin = sized(days + 1, 200);
/** A cut comes within so many milliseconds after the work began or the server is back. */
const handInMs = sized(120, 400);
const closeMs = sized(80, 250);

test("a class trades through power cuts, and nothing acknowledged is lost", async (t) => {
  // Why: this is what a school must be able to rely on. The server is killed in the middle of
  // hand-ins and of closes, every other time with its database.
  const home = temporaryHome("kill");
  const draw = seededDraw();
  t.diagnostic(`ECHELON_SEED=${draw.seed}`);
  let server = await startServer(home.path);
  const cuts = { handIn: 0, close: 0 };
  try {
    const group = await openClass({ ...plan, urlOf: () => server.url });
    const cut = async (): Promise<ServerProcess> => {
      if (draw.next(2) === 1) killDatabase(home.path);
      await server.kill();
      server = await startServer(home.path);
      group.moveTo(server.url);
      return server;
    };
    const cutWhile = async (work: Promise<unknown>, msMax: number): Promise<number> => {
      let count = 0;
      let isDone = false;
      const note = () => (isDone = true);
      void work.then(note, note);
      for (let round = 0; round < cutsEach; round += 1) {
        await sleep(draw.next(msMax));
        if (isDone) break;
        await cut();
        count += 1;
      }
      await work;
      return count;
    };
    for (let day = 1; day <= days; day += 1) {
      const handing = Promise.all(group.students.map((student) => handIn(student, day)));
      cuts.handIn += await cutWhile(handing, handInMs);
      const closing = askForClose(group.teacher, group, day).then(() => untilClosed(group, day));
      cuts.close += await cutWhile(closing, closeMs);
    }
    t.diagnostic(`${cuts.handIn} cuts while handing in, ${cuts.close} while closing`);
    assert.ok(cuts.close >= 2, JSON.stringify(cuts));
    assert.ok(cuts.handIn + cuts.close >= cutsMin, JSON.stringify(cuts));
    const season = await assertSeasonKept(group, days);
    const secret = await readSecret(home.path, group.season);
    assertSameSeason(season, await playUndisturbed(plan, secret));
    t.diagnostic(`digests: ${season.days.map(({ digest }) => digest).join(" ")}`);
  } finally {
    await server.stop();
    home.remove();
  }
});

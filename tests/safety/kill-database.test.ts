import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import { killDatabase } from "./database-process.ts";
import { sized } from "./run-length.ts";
import { askForClose, handIn, openClass, untilClosed } from "./scripted-class.ts";
import { assertSeasonKept } from "./season-promises.ts";
import { seededDraw } from "./seeded-draw.ts";
import { startServer, temporaryHome } from "./server-process.ts";

const studentCount = sized(6, 40);
const days = sized(3, 10);
/** Of each day: how often the database dies while students hand in, and while the day closes. */
const deathsEach = sized(1, 5);
const handInMs = sized(120, 400);
const closeMs = sized(80, 250);

test("the server heals by itself when its database is killed", async (t) => {
  // Why: nobody stands beside the computer. Neither the server nor its worker is started again;
  // the clients only ask once more.
  const home = temporaryHome("kill-database");
  const draw = seededDraw();
  t.diagnostic(`ECHELON_SEED=${draw.seed}`);
  const server = await startServer(home.path, { ECHELON_WORKERS: "1" });
  try {
    const group = await openClass({
      students: studentCount,
      scenario: sized("first-week", "class-40"),
      days,
      bots: sized(6, 20),
      urlOf: () => server.url,
    });
    let deaths = 0;
    const killWhile = async (work: Promise<unknown>, msMax: number) => {
      for (let round = 0; round < deathsEach; round += 1) {
        await sleep(draw.next(msMax));
        killDatabase(home.path);
        deaths += 1;
        await untilBack(server.url);
      }
      await work;
    };
    for (let day = 1; day <= days; day += 1) {
      await killWhile(Promise.all(group.students.map((one) => handIn(one, day))), handInMs);
      const closing = askForClose(group.teacher, group, day).then(() => untilClosed(group, day));
      await killWhile(closing, closeMs);
    }
    t.diagnostic(`the database was killed ${deaths} times`);
    assert.equal(server.child.exitCode, null, server.printed());
    await assertSeasonKept(group, days);
  } finally {
    await server.stop();
    home.remove();
  }
});

/** Waits until the server has its database again; it must answer at all times. */
async function untilBack(url: string): Promise<void> {
  const end = performance.now() + 30_000;
  for (;;) {
    const { status } = await fetch(`${url}/api/health`);
    if (status === 200) return;
    assert.equal(status, 503, "without its database the server says that it is busy");
    assert.ok(performance.now() < end, "the database came back in time");
    await sleep(50);
  }
}

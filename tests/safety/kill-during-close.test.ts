import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { replayDigests } from "./replay-digests.ts";
import { closeDay, handIn, openClass, patiently } from "./scripted-class.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

const days = 10;
const studentCount = 40;

test("forty students trade ten days through power cuts, and nothing acknowledged is lost", async () => {
  // Why: this is what a school must be able to rely on. The server is killed in the middle of
  // hand-ins and of closes; the undisturbed run is the replay of the season's own log.
  const home = mkdtempSync(join(tmpdir(), "echelon-kill-"));
  let server = await startServer(home);
  const cut = async (): Promise<ServerProcess> => {
    await server.kill();
    server = await startServer(home);
    return server;
  };
  try {
    const group = await openClass(server.url, { students: studentCount, scenario: "class-40", days, bots: 20 });
    for (let day = 1; day <= days; day += 1) {
      const handing = Promise.all(group.students.map((one) => handIn(one, group.season, day)));
      if (day % 3 === 2) {
        await pause(40 + day * 35);
        group.moveTo((await cut()).url);
      }
      await handing;
      const closing = closeDay(group, day);
      if (day % 2 === 0) {
        await pause(20 + day * 30);
        group.moveTo((await cut()).url);
      }
      await closing;
    }
    const where = { season: group.season };
    const closes = await group.teacher.call("GET /practice/seasons/:season/days", { where });
    assert.equal(closes.length, days, "every day closed exactly once");
    for (const student of group.students) {
      const log = await readLog(student, group.season);
      for (const number of student.acknowledged) assert.ok(log.has(number), `decision ${number}`);
    }
    const file = await patiently(() => group.teacher.call("GET /practice/seasons/:season/season.json", { where }));
    assert.deepEqual(
      await replayDigests(file),
      closes.toSorted((a, b) => a.day - b.day).map(({ digest }) => digest),
    );
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function readLog(
  { client, store }: Awaited<ReturnType<typeof openClass>>["students"][number],
  season: string,
): Promise<Set<number>> {
  const numbers = new Set<number>();
  let after: string | undefined;
  do {
    const page = await client.call("GET /practice/seasons/:season/stores/:store/decisions", {
      where: { season, store },
      asks: { limit: "200", ...(after === undefined ? {} : { after }) },
    });
    for (const { number } of page.items) numbers.add(number);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return numbers;
}

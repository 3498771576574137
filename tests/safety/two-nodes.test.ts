import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import { createClient } from "./api-client.ts";
import { sized } from "./run-length.ts";
import { askForClose, handIn, openClass, untilClosed } from "./scripted-class.ts";
import { assertSeasonKept } from "./season-promises.ts";
import { seededDraw } from "./seeded-draw.ts";
import { temporaryHome } from "./server-process.ts";
import { Ear, openNodes } from "./two-nodes.ts";

const plan = {
  students: sized(6, 40),
  scenario: sized("first-week", "class-40"),
  days: sized(3, 10),
  bots: sized(6, 20),
};
/** From this day on the second node is killed in the middle of a close, so many times. */
const firstKillOn = 2;
const killsWished = sized(1, 9);
/** A kill comes within so many milliseconds after the second node has taken the close. */
const killMs = sized(10, 100);
const hasProc = process.platform === "linux";

test("two servers and their workers close each day once, and one may die of it", async (t) => {
  // Why: this is how a school grows past one computer. Whoever takes a close may go at any instant;
  // those who are left must finish it, and whoever looks by another door must hear of it.
  if (!hasProc) return t.skip("missing tool: /proc, by which the workers of a server are found");
  const home = temporaryHome("two-nodes");
  const draw = seededDraw();
  t.diagnostic(`ECHELON_SEED=${draw.seed}`);
  const nodes = await openNodes(home.path);
  try {
    const isAtSecond = (place: number) => place % 2 === 0;
    const urlOf = (place: number) => (isAtSecond(place) ? nodes.second() : nodes.first).url;
    const group = await openClass({ ...plan, urlOf });
    const where = { season: group.season };
    const { teacher, students } = group;
    const colleague = createClient(nodes.second().url);
    await colleague.call("POST /demo/sign-in", { body: { account: "teacher" } });
    const ears = [new Ear(group.season), new Ear(group.season)] as const;
    await Promise.all([ears[0].listen(teacher), ears[1].listen(colleague)]);
    const beginAgain = async () => {
      await nodes.startSecond();
      const { url } = nodes.second();
      for (const { client, place } of students) if (isAtSecond(place)) client.moveTo(url);
      colleague.moveTo(url);
      await ears[1].listen(colleague);
    };
    let kills = 0;
    for (let day = 1; day <= plan.days; day += 1) {
      await Promise.all(students.map((student) => handIn(student, day)));
      const isKilling = day >= firstKillOn && kills < killsWished;
      const thaw = isKilling ? nodes.leaveToSecond() : () => {};
      const letGo = isKilling ? await nodes.holdCloses() : () => Promise.resolve();
      const asked = [teacher, colleague].map((client) => askForClose(client, group, day));
      if (isKilling) {
        await nodes.untilTaken(group.season);
        await sleep(draw.next(killMs));
        await nodes.killSecond();
        const now = await teacher.call("GET /practice/seasons/:season", { where });
        if (now.day === day) kills += 1;
        await letGo();
        thaw();
        // Nobody helps: those who are left notice it by themselves.
        await untilClosed(group, day);
        await beginAgain();
      }
      await Promise.all(asked);
      await untilClosed(group, day);
      await Promise.all(ears.map((ear) => ear.untilHeard(2 * day)));
    }
    t.diagnostic(`${kills} times the node that was closing a day was killed`);
    assert.ok(kills >= 1, "a node died in the middle of a close");
    const [here, there] = ears.map((ear) => ear.versions());
    assert.deepEqual(there, here, "both servers told the same, in the same order");
    assert.equal(new Set(here).size, 2 * plan.days, "each day freezes once and closes once");
    assert.equal(here?.length, 2 * plan.days);
    await assertSeasonKept(group, plan.days);
    for (const ear of ears) ear.close();
  } finally {
    await nodes.stop();
    home.remove();
  }
});

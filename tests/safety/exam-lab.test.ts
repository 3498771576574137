import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import { killDatabase } from "./database-process.ts";
import { answer, assertKept, type ExamRoom, openExamRoom } from "./exam-room.ts";
import { sized } from "./run-length.ts";
import { seededDraw } from "./seeded-draw.ts";
import { startServer, temporaryHome } from "./server-process.ts";

/** The lab of the published exam: thirty seats and one server. */
const seats = 30;
const rounds = sized(10, 60);
/** Everybody answers once in so long; people take ten times as long for a question. */
const beatMs = 1_000;
const slowMsMax = 1_000;

const kills = sized(4, 40);

test("a lab of thirty seats saves every answer within a second", async (t) => {
  const home = temporaryHome("exam-lab");
  const server = await startServer(home.path);
  try {
    const room = await openExamRoom(server.url, { seats, questions: 20 });
    const taken: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now();
      const each = await Promise.all(
        room.sitters.map(async (sitter, seat) => {
          // Nobody answers at the very same instant as all the others.
          await sleep((seat * beatMs) / seats / 2);
          return answer(room, sitter, round % sitter.questions);
        }),
      );
      taken.push(...each);
      await sleep(Math.max(0, beatMs - (performance.now() - begun)));
    }
    const sorted = taken.toSorted((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))]!);
    t.diagnostic(
      `${sorted.length} answers: median ${at(0.5)}, 95 % within ${at(0.95)}, all in ${at(1)} ms`,
    );
    assert.ok(at(0.95) <= slowMsMax, `95 % within ${at(0.95)} ms`);
    for (const sitter of room.sitters) await assertKept(room, sitter);
    await handInAll(room);
  } finally {
    await server.stop();
    home.remove();
  }
});

/** Everybody hands in at once, and again. */
async function handInAll({ exam, sitters, teacher }: ExamRoom): Promise<void> {
  const where = { exam };
  for (let time = 0; time < 2; time += 1)
    await Promise.all(
      sitters.map(({ client, machine }) =>
        client.call("POST /assessment/exams/:exam/sitting/hand-in", { where, body: { machine } }),
      ),
    );
  const { seats: seen } = await teacher.call("GET /assessment/exams/:exam/room", { where });
  assert.equal(seen.filter(({ state }) => state === "handed-in").length, sitters.length);
}

test("an exam goes on through power cuts, and no acknowledged answer is lost", async (t) => {
  const home = temporaryHome("exam-kill");
  const draw = seededDraw();
  t.diagnostic(`ECHELON_SEED=${draw.seed}`);
  let server = await startServer(home.path);
  try {
    const room = await openExamRoom(server.url, { seats: 8, questions: 12 });
    let isOver = false;
    let count = 0;
    const writing = room.sitters.map(async (sitter, seat) => {
      for (let step = 0; !isOver; step += 1) {
        await answer(room, sitter, (step + seat) % sitter.questions);
        count += 1;
      }
    });
    for (let cut = 0; cut < kills; cut += 1) {
      await sleep(150 + draw.next(500));
      if (draw.next(2) === 1) killDatabase(home.path);
      await server.kill();
      server = await startServer(home.path);
      room.moveTo(server.url);
    }
    isOver = true;
    await Promise.all(writing);
    t.diagnostic(`${count} answers acknowledged over ${kills} cuts`);
    assert.ok(count > 8 * kills, `somebody wrote between the cuts: ${count}`);
    for (const sitter of room.sitters) await assertKept(room, sitter);
    await handInAll(room);
  } finally {
    await server.stop();
    home.remove();
  }
});

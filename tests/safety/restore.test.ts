import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { backup, restore } from "@echelon/server/main.ts";
import { createClient } from "./api-client.ts";
import { joinDatabase, type OwnersPool } from "./joined-database.ts";
import { sized } from "./run-length.ts";
import {
  askForClose,
  handIn,
  openClass,
  type ScriptedClass,
  type ScriptedStudent,
  untilClosed,
} from "./scripted-class.ts";
import { assertSeasonKept } from "./season-promises.ts";
import { seededDraw } from "./seeded-draw.ts";
import { startServer, temporaryHome } from "./server-process.ts";
import { assertSameSeason } from "./undisturbed-run.ts";

const plan = {
  students: sized(4, 40),
  scenario: sized("first-week", "class-40"),
  days: sized(3, 10),
  bots: sized(6, 20),
  password: "a class trades here",
};
/** On this day the backup is made, while some have handed in and others have not. */
const savedOn = sized(2, 5);

test("a season saved while it was traded goes on elsewhere to the same digests", async (t) => {
  // Why: a school's computer breaks on a Friday. What its backup holds must be a season that can be
  // played on, by the same people, as if nothing had happened.
  const homes = [temporaryHome("saved"), temporaryHome("restored")] as const;
  const file = join(homes[0].path, "saved.tar");
  const draw = seededDraw();
  t.diagnostic(`ECHELON_SEED=${draw.seed}`);
  let server = await startServer(homes[0].path);
  try {
    const group = await openClass({ ...plan, urlOf: () => server.url });
    for (let day = 1; day < savedOn; day += 1) await playDay(group, day);
    const original = await joinDatabase(homes[0].path);
    let before = 1 + draw.next(plan.students - 1);
    const some = Promise.withResolvers<void>();
    const handInAndCount = async (student: ScriptedStudent) => {
      await handIn(student, savedOn);
      before -= 1;
      if (before === 0) some.resolve();
    };
    const handing = Promise.all(group.students.map(handInAndCount));
    await Promise.race([some.promise, handing]);
    const made = await backup(original.installation, { file });
    await handing;
    const kept = await keptUntil(original.pool, group.season, savedOn);
    await original.close();
    await finishDay(group, savedOn);
    for (let day = savedOn + 1; day <= plan.days; day += 1) await playDay(group, day);
    const played = await assertSeasonKept(group, plan.days);
    await server.stop();

    const empty = await joinDatabase(homes[1].path);
    const { findings } = await restore(empty.installation, file);
    assert.deepEqual(findings, [], "`echelon check` finds nothing amiss");
    assert.deepEqual(await keptUntil(empty.pool, group.season, savedOn), kept);
    await empty.close();
    const files = filesBelow(homes[1].path);
    assert.deepEqual(files, filesBelow(homes[0].path));
    assert.ok(files.size > 0 && files.size === made.files);

    server = await startServer(homes[1].path);
    const again = await enterAgain(group, server.url);
    let late = 0;
    for (const student of again.students) late += (await handInWhatIsMissing(student)) ? 1 : 0;
    t.diagnostic(`${plan.students - late} of ${plan.students} hand-ins were in the backup`);
    await finishDay(again, savedOn);
    for (let day = savedOn + 1; day <= plan.days; day += 1) await playDay(again, day);
    assertSameSeason(await assertSeasonKept(again, plan.days), played);
  } finally {
    await server.stop();
    for (const home of homes) home.remove();
  }
});

async function playDay(group: ScriptedClass, day: number): Promise<void> {
  await Promise.all(group.students.map((student) => handIn(student, day)));
  await finishDay(group, day);
}

async function finishDay(group: ScriptedClass, day: number): Promise<void> {
  await askForClose(group.teacher, group, day);
  await untilClosed(group, day);
}

/** What a season holds of the days before one: digests, balances by account, who may sign in. */
async function keptUntil(pool: OwnersPool, season: string, day: number) {
  const read = async (text: string, values: readonly unknown[] = [season, day]) =>
    (await pool.query(text, [...values])).rows as unknown[];
  return {
    closes: await read(
      "select day, digest from practice.day_close where season_id = $1 and day < $2 order by day",
    ),
    balances: await read(
      `select party, account, currency, sum(amount_minor)::text as minor from practice.posting
        where season_id = $1 and day < $2 group by 1, 2, 3 order by 1, 2, 3`,
    ),
    decisions: await read(
      `select store, number, day, decision from practice.log_entry
        where season_id = $1 and day < $2 order by store, number`,
    ),
    credentials: await read("select * from auth.account order by id", []),
  };
}

/** What lies below `files/`, by path. */
function filesBelow(home: string): Map<string, string> {
  const folder = join(home, "files");
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
  return new Map(
    paths
      .toSorted()
      .map((path) => [path.slice(folder.length), readFileSync(path).toString("base64")]),
  );
}

/** The same people at another server: sessions are not in a backup, passwords are. */
async function enterAgain(group: ScriptedClass, url: string): Promise<ScriptedClass> {
  const teacher = createClient(url);
  await teacher.call("POST /demo/sign-in", { body: { account: "teacher" } });
  const students: ScriptedStudent[] = [];
  for (const { username, where, place, acknowledged } of group.students) {
    const client = createClient(url);
    await client.call("POST /sign-in", { body: { username, password: plan.password } });
    students.push({ client, where, place, username, acknowledged: new Map(acknowledged) });
  }
  return { ...group, teacher, students };
}

/**
 * Hands in what a student had not handed in when the backup was made; what had been handed in is
 * there whole.
 *
 * @returns whether there was something to hand in
 */
async function handInWhatIsMissing(student: ScriptedStudent): Promise<boolean> {
  const { items } = await student.client.call(
    "GET /practice/seasons/:season/stores/:store/decisions",
    { where: student.where, asks: { limit: "200" } },
  );
  const isIn = items.some(({ day }) => day === savedOn);
  if (!isIn) await handIn(student, savedOn);
  return !isIn;
}

import assert from "node:assert/strict";
import { replaySeason } from "@echelon/server/main.ts";
import { patiently } from "./patience.ts";
import type { ScriptedClass, ScriptedStudent } from "./scripted-class.ts";

/** `season.json`, as far as two seasons are compared by it. */
export type SeasonFile = {
  readonly worldHash: string;
  readonly seed: unknown;
  readonly log: readonly { readonly store: number; readonly number: number }[];
  readonly days: readonly { readonly day: number; readonly digest: string }[];
};

/**
 * What must hold of a season whatever happened to the computers meanwhile: every day closed once,
 * every acknowledged decision in the log and nothing else, and the digests of the days those which
 * a replay of the season's own file gives.
 */
export async function assertSeasonKept(group: ScriptedClass, days: number): Promise<SeasonFile> {
  const where = { season: group.season };
  const { teacher } = group;
  const closes = await patiently(() =>
    teacher.call("GET /practice/seasons/:season/days", { where }),
  );
  const byDay = closes.toSorted((a, b) => a.day - b.day);
  const expected = Array.from({ length: days }, (_, index) => index + 1);
  assert.deepEqual(
    byDay.map(({ day }) => day),
    expected,
    "every day closed exactly once",
  );
  for (const student of group.students) {
    const log = await patiently(() => readLog(student));
    assert.deepEqual(log, new Map([...student.acknowledged].toSorted(([a], [b]) => a - b)));
  }
  const file = await patiently(() =>
    teacher.ask("GET /practice/seasons/:season/season.json", { where }),
  );
  const replayed = await replaySeason(file.body);
  assert.deepEqual(
    replayed?.days.map(({ digest }) => digest),
    byDay.map(({ digest }) => digest),
  );
  return file.body as SeasonFile;
}

/** The kinds of a store's decisions by their numbers, in order. */
async function readLog({ client, where }: ScriptedStudent): Promise<Map<number, string>> {
  const kinds = new Map<number, string>();
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(client, where, after);
    for (const { number, kind } of page.items) kinds.set(number, kind);
    after = page.next;
  } while (after !== null);
  return new Map([...kinds].toSorted(([a], [b]) => a - b));
}

function readPage(
  client: ScriptedStudent["client"],
  where: ScriptedStudent["where"],
  after: string | null,
) {
  return client.call("GET /practice/seasons/:season/stores/:store/decisions", {
    where,
    asks: { limit: "200", ...(after === null ? {} : { after }) },
  });
}

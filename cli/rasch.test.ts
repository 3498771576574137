import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { inputBytesMax, readWhole } from "./read-whole.ts";
import { runEchelon } from "./run.ts";

const people = ["An", "Bo", "Chen", "Ding"];
const criteria = ["plan", "idea", "sums"];
/** Wu marks everybody one lower than Xu does. */
const rows = people.flatMap((person, at) =>
  criteria.flatMap((criterion) => [
    `${person},${criterion},Wu,${Math.min(3, at)}`,
    `${person},${criterion},Xu,${Math.min(3, at) + 1}`,
  ]),
);
const table = ["person,criterion,rater,mark", ...rows].join("\n");

suite("echelon rasch", () => {
  const run = async (text: string | null, ...args: string[]) => {
    const out: string[] = [];
    const told: string[] = [];
    const code = await runEchelon(["rasch", ...args], {
      out: (line) => void out.push(line),
      tell: (line) => void told.push(line),
      input: () => Promise.resolve(text === null ? null : new TextEncoder().encode(text)),
      environment: {},
      folder: "",
      ended: new Promise(() => {}),
    });
    return { code, out: out.join("\n"), told: told.join("\n") };
  };

  test("prints fair averages and severities", async () => {
    const { code, out, told } = await run(table);
    assert.deepEqual([code, told], [0, ""]);
    assert.match(out, /^person +marks +raw +fair$/m);
    assert.match(out, /^An +6 +0\.50 +0\.\d\d$/m);
    assert.match(out, /^Wu +12 +\d\.\d\d /m);
    assert.match(out, /^Xu +12 +-\d\.\d\d /m);
  });

  test("gives the same as JSON, in which both raters' marks of a person agree", async () => {
    const { out } = await run(table, "--json");
    const { raters, persons, parts } = JSON.parse(out) as {
      raters: { severity: number }[];
      persons: { person: string }[];
      parts: number;
    };
    const [wu, xu] = raters as [{ severity: number }, { severity: number }];
    assert.ok(wu.severity > 0 && Math.abs(wu.severity + xu.severity) < 1e-9);
    assert.deepEqual(
      persons.map(({ person }) => person),
      people,
    );
    assert.equal(parts, 1);
  });

  test("says which rows are wrong, and answers 1", async () => {
    const { code, told } = await run(`${table}\nAn,plan,Wu,2\nBo,plan,,1\n`);
    assert.equal(code, 1);
    assert.equal(
      told,
      "Row 26: this rater has marked this person on this criterion before.\n" +
        "Row 27: person, criterion or rater is missing.",
    );
  });

  test("warns where raters marked nobody in common", async () => {
    const { told } = await run("person,criterion,rater,mark\nAn,plan,Wu,2\nBo,plan,Xu,3\n");
    assert.match(told, /2 parts/);
  });

  test("refuses what is no table, an empty one, and one that is too large", async () => {
    for (const text of ["", "hello", "person,criterion,rater,mark\n", null]) {
      const { code, told } = await run(text);
      assert.equal(code, 1);
      assert.ok(told.length > 0);
    }
  });

  test("reads standard input to its end, and no further than its limit", async () => {
    async function* parts(count: number, bytes: number) {
      for (let at = 0; at < count; at += 1) yield await Promise.resolve(new Uint8Array(bytes));
    }
    assert.equal((await readWhole(parts(3, 10)))?.length, 30);
    assert.equal(await readWhole(parts(3, inputBytesMax / 2)), null);
  });
});

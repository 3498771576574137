import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { suite, test } from "node:test";
import { PlacementOutcome, PlacementVerdict } from "@echelon/contract/placement/instance.ts";
import { runEchelon } from "./run.ts";

async function run(text: string | null, ...args: string[]) {
  const out: string[] = [];
  const told: string[] = [];
  const code = await runEchelon(args, {
    out: (line) => void out.push(line),
    tell: (line) => void told.push(line),
    input: () => Promise.resolve(text === null ? null : new TextEncoder().encode(text)),
    environment: {},
    folder: "",
    ended: new Promise(() => {}),
  });
  return { code, out: out.join("\n"), told: told.join("\n") };
}

const instance = {
  students: [
    { id: "an", prefs: ["dock", "shop"] },
    { id: "bo", prefs: ["dock"] },
    { id: "chen", prefs: [] },
  ],
  places: [
    { id: "dock", capacity: 1, prefs: ["bo", "an"] },
    { id: "shop", capacity: 1, scores: { an: 7 } },
  ],
  lottery: "the seed",
};
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

suite("echelon match", () => {
  const match = (changed: object) => run(JSON.stringify({ ...instance, ...changed }), "match");

  test("prints the matching, that it is stable, and the hash of the lottery's seed", async () => {
    const { code, out, told } = await match({});
    const outcome = PlacementOutcome.parse(JSON.parse(out));
    assert.equal(code, 0);
    assert.deepEqual(outcome.matching, { an: "shop", bo: "dock", chen: null });
    assert.deepEqual([outcome.stable, outcome.blocking], [true, []]);
    assert.equal(outcome.lotteryHash, sha256("the seed"));
    assert.equal(told, "Student “chen” ranks no place and stays without one.");
  });

  test("an empty round is matched to nothing", async () => {
    const { code, out } = await match({ students: [], places: [] });
    assert.equal(code, 0);
    assert.deepEqual(PlacementOutcome.parse(JSON.parse(out)).matching, {});
  });

  test("says what is wrong, prints nothing and answers 1", async () => {
    const north = { id: "north", cap: 1, places: ["dock", "shop"] };
    const places = [...instance.places, { id: "mill", capacity: 1 }];
    const coast = { id: "coast", cap: 1, places: ["shop", "mill"] };
    const many = Array.from({ length: 31 }, (_, at) => ({ id: `p${at}`, capacity: 1 }));
    const cases: readonly (readonly [object, RegExp])[] = [
      [{ places, regions: [north, coast] }, /“north” and “coast” overlap: both have .*“shop”/],
      [{ students: [...instance.students, instance.students[0]] }, /“an” stands twice/],
      [{ students: [{ id: "an", prefs: ["moon"] }] }, /“an” ranks the place “moon”/],
      [{ places: [{ id: "dock", capacity: 1.5 }] }, /^places\[0\]\.capacity: /m],
      [{ students: "all" }, /^students: /],
      [
        { students: [{ id: "an", prefs: many.map(({ id }) => id) }], places: many },
        /“an” ranks 31 places; a list may have 30/,
      ],
    ];
    for (const [changed, sentence] of cases) {
      const { code, out, told } = await match(changed);
      assert.deepEqual([code, out], [1, ""]);
      assert.match(told, sentence);
    }
  });

  test("refuses what is no JSON, and what is too large", async () => {
    for (const text of ["", "{", "\u0000", "[1", null]) {
      const { code, out, told } = await run(text, "match");
      assert.deepEqual([code, out], [1, ""]);
      assert.match(told, /no JSON|larger than/);
    }
  });

  test("tells of a field that means nothing here, once", async () => {
    const students = instance.students.map((one) => ({ ...one, name: "x" }));
    const { code, told } = await match({ students });
    assert.equal(code, 0);
    assert.equal(told.match(/students\[\]\.name: this field/g)?.length, 1);
  });

  test("speaks Chinese", async () => {
    const { told } = await run(JSON.stringify(instance), "match", "--lang", "zh");
    assert.equal(told, "学生“chen”没有填报志愿，不会得到岗位。");
  });
});

suite("echelon placement verify", () => {
  const published = async () => {
    const { out } = await run(JSON.stringify(instance), "match", "--publish");
    return JSON.parse(out) as {
      instance: typeof instance;
      matching: Record<string, string | null>;
      lotteryHash: string;
      instanceHash: string;
    };
  };
  const verify = async (round: object, ...args: string[]) => {
    const { code, out } = await run(JSON.stringify(round), "placement", "verify", ...args);
    return { code, ...PlacementVerdict.parse(JSON.parse(out)) };
  };

  test("finds a round kept that “match” published, and 0", async () => {
    const { code, valid, reasons, stable } = await verify(await published());
    assert.deepEqual([code, valid, reasons, stable], [0, true, [], true]);
  });

  test("each part that was changed is named, and 1", async () => {
    const round = await published();
    const swapped = { ...round, matching: { an: "dock", bo: null, chen: null } };
    const stronger = {
      ...round.instance,
      places: [{ id: "dock", capacity: 2 }, round.instance.places[1]!],
    };
    const cases: readonly (readonly [object, ...string[]])[] = [
      [swapped, "matching-differs", "not-stable"],
      [{ ...round, matching: { an: "shop", bo: "dock" } }, "matching-differs"],
      [{ ...round, lotteryHash: sha256("another") }, "lottery-not-committed"],
      [{ ...round, instanceHash: sha256("another") }, "instance-changed"],
      [
        { ...round, instance: { ...round.instance, lottery: "drawn again" } },
        "instance-changed",
        "lottery-not-committed",
      ],
      [{ ...round, instance: stronger }, "instance-changed", "matching-differs", "not-stable"],
    ];
    for (const [changed, ...reasons] of cases) {
      const verdict = await verify(changed);
      assert.deepEqual([verdict.code, verdict.valid, verdict.reasons], [1, false, reasons]);
    }
  });

  test("a hash that was kept outweighs the file's own", async () => {
    const round = await published();
    assert.equal((await verify(round, "--hash", round.instanceHash.toUpperCase())).code, 0);
    assert.deepEqual((await verify(round, "--hash", sha256("x"))).reasons, ["instance-changed"]);
    const { reasons } = await verify(round, "--commitment", sha256("x"));
    assert.deepEqual(reasons, ["lottery-not-committed"]);
  });

  test("what is no published round is unreadable; another action is a wrong call", async () => {
    const verdict = await verify(instance);
    assert.deepEqual([verdict.code, verdict.reasons], [1, ["unreadable"]]);
    assert.equal((await run("{}", "placement", "draw")).code, 2);
    assert.equal((await run("{}", "placement")).code, 2);
  });
});

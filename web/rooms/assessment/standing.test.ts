import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Competency } from "./framework-map.ts";
import { profileOf } from "./profile.ts";
import {
  countLevels,
  gapsOf,
  isPracticed,
  levelOf,
  nextOf,
  piecesMissing,
  type Seen,
  type Standing,
} from "./standing.ts";

const standing = (pieces: number, band: Standing["band"]): Standing => ({
  competency: "C02",
  band,
  pieces,
  piecesMin: 3,
  contexts: 1,
  lastDay: "2026-11-30",
});
const seen = (id: string, known?: Standing): Seen => ({
  one: { id } as Competency,
  standing: known,
  level: levelOf(known?.band),
});

suite("where a person stands", () => {
  test("what comes next begins with the largest gap, and leaves out what is mastered", () => {
    const core = [
      seen("A", standing(3, "mastered")),
      seen("B", standing(5, "nearly")),
      seen("C", standing(2, "too-little-seen")),
      seen("D"),
      seen("E", standing(1, "too-little-seen")),
      seen("F", standing(4, "not-yet")),
    ];
    assert.deepEqual(
      nextOf(core).map(({ one }) => one.id),
      ["D", "E", "C", "F", "B"],
    );
  });

  test("pieces are missing until there are as many as it takes, and never fewer than none", () => {
    assert.equal(piecesMissing(standing(1, "too-little-seen")), 2);
    assert.equal(piecesMissing(standing(7, "too-little-seen")), 0);
  });

  test("what no season shows is not promised", () => {
    const rule = (event: string, measure: string) =>
      ({ rule: { event, measure } }) as Pick<Competency, "rule">;
    assert.ok(isPracticed(rule("listing.published", "completeness")));
    assert.ok(isPracticed(rule("peer.reviewed", "meanScore")));
    assert.ok(!isPracticed(rule("store.reviewed", "brandScore")));
    assert.ok(!isPracticed(rule("meeting.held", "rubricScore")));
  });

  test("every level is counted, also where nobody stands", () => {
    assert.deepEqual(countLevels(["nothing", "mastered", "nothing"]), {
      nothing: 2,
      "too-little-seen": 0,
      "not-yet": 0,
      nearly: 0,
      mastered: 1,
    });
  });
});

suite("where a class stands", () => {
  test("its gaps begin where fewest master it, then where fewest nearly do", () => {
    const student = (...bands: Standing["band"][]) => {
      return { person: "", name: "", number: null, bands };
    };
    const gaps = gapsOf({
      core: ["A", "B", "C"],
      students: [
        student("mastered", "not-yet", "nearly"),
        student("not-yet", "too-little-seen", "not-yet"),
      ],
    });
    assert.deepEqual(
      gaps.map(({ competency }) => competency),
      ["B", "C", "A"],
    );
  });
});

test("a role that begins at a later echelon is shown at its first", () => {
  const profiles = [
    { role: "R1", echelon: "E1", core: ["A"] },
    { role: "R8", echelon: "E2", core: ["B"] },
  ];
  assert.equal(profileOf({ profiles }, "R8", "E1")?.core[0], "B");
  assert.equal(profileOf({ profiles }, undefined, undefined)?.core[0], "A");
  assert.equal(profileOf({ profiles }, "R9", "E1")?.core[0], "A");
});

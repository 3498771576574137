import assert from "node:assert/strict";
import { test } from "node:test";
import { readRatings } from "./read-ratings.ts";

/** A file as its reader gives it, cells cut at commas. */
const read = (text: string) =>
  readRatings({
    encoding: "utf-8",
    sheets: [
      {
        name: "",
        rows: text
          .split("\n")
          .filter((line) => line !== "")
          .map((line, at) => ({ number: at + 1, cells: line.split(","), kinds: "" })),
      },
    ],
  });

test("marks are read by their headings, in either language and any order", () => {
  const english = read("person,criterion,rater,mark\nAn,plan,Wu,3\n");
  const chinese = read("备注,分数,评分人,评分项,学员\n好,３,Wu,plan,An\n");
  const mark = { person: "An", criterion: "plan", rater: "Wu", mark: 3 };
  for (const reading of [english, chinese]) {
    assert.ok(reading.ok);
    assert.deepEqual(reading.value, { marks: [mark], problems: [] });
  }
});

test("what is wrong is told by row, and the other rows are read", () => {
  const reading = read(
    "person,criterion,rater,mark\nAn,plan,Wu,5\nAn,plan,Wu,2\n" +
      ",plan,Wu,2\nAn,plan,Wu,1\nAn,idea,Wu,x\n",
  );
  assert.ok(reading.ok);
  assert.deepEqual(reading.value.problems, [
    { row: 2, code: "mark-unreadable" },
    { row: 4, code: "name-missing" },
    { row: 5, code: "marked-twice" },
    { row: 6, code: "mark-unreadable" },
  ]);
  assert.equal(reading.value.marks.length, 1);
});

test("a table without the four headings is refused, and so is no table", () => {
  for (const text of ["a,b,c\n1,2,3\n", "", "person,criterion,rater\nAn,plan,Wu\n"]) {
    const reading = read(text);
    assert.ok(!reading.ok);
    assert.equal(reading.refusal.code, "exchange/file-no-header");
  }
});

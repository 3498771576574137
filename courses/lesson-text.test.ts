import assert from "node:assert/strict";
import { test } from "node:test";
import { readLessonText } from "./lesson-text.ts";

test("the same text is read once, until many others were asked for since", () => {
  const text = "## Of one text\n\nA lesson.";
  const first = readLessonText(text);
  assert.equal(readLessonText(`${text}`), first);
  for (let other = 0; other < 299; other += 1) readLessonText(`Other ${other}`);
  assert.equal(readLessonText(text), first, "asked for again, it is among the newest");
  for (let other = 0; other < 300; other += 1) readLessonText(`Another ${other}`);
  const again = readLessonText(text);
  assert.notEqual(again, first);
  assert.deepEqual(again, first);
});

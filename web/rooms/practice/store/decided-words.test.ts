import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DecisionWish } from "@echelon/contract/practice/decision.ts";
import { decidedWords } from "./decided-words.ts";

const kinds = DecisionWish.options.map(({ shape }) => shape.kind.value);
const read = (file: string) => readFileSync(join(import.meta.dirname, file), "utf8");

/** The longest list of modules that a file takes its words from. */
function modulesOf(file: string): string[] {
  const lists = [...read(file).matchAll(/useTranslation\(\[([^\]]*)\]\)/g)].map(([, list = ""]) =>
    [...list.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name),
  );
  return lists.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

async function kindsNamed(language: string, module: string): Promise<string[]> {
  const path = `../../../text/${language}/${module}.ts`;
  const words = (await import(path)) as { default: { kind?: Record<string, string> } };
  return Object.keys(words.default.kind ?? {});
}

// A rewind gives decisions of every kind back, and the log shows them all.
for (const [file, loaded] of [
  ["returned-list.tsx", ["practice", "report"]],
  ["insight/decision-log.tsx", ["report", "study"]],
] as const) {
  test(`${file}: every kind of decision has its name in both languages`, async () => {
    const asked = modulesOf(file);
    for (const language of ["zh", "en"]) {
      const named = await Promise.all(asked.map((module) => kindsNamed(language, module)));
      const lacking = kinds.filter((kind) => !named.flat().includes(kind));
      assert.deepEqual(lacking, [], language);
    }
  });

  test(`${file}: the words that it asks for are fetched with it`, () => {
    const known: readonly string[] = [...loaded, ...decidedWords];
    assert.deepEqual(
      modulesOf(file).filter((module) => !known.includes(module)),
      [],
    );
  });
}

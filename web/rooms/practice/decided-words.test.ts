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
  const lists = [...read(file).matchAll(/useTranslation\(\[([^\]]*)\]\)/g)].map(([, list = ""]) => [
    ...[...list.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name),
    ...(list.includes("...decidedWords") ? decidedWords : []),
  ]);
  return lists.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

type Words = { readonly default: Readonly<Record<string, unknown>> };

async function kindsNamed(language: string, module: string, stem: string): Promise<string[]> {
  const path = `../../text/${language}/${module}.ts`;
  const words = (await import(path)) as Words;
  return Object.keys(words.default[stem] ?? {});
}

// A rewind gives decisions of every kind back; logs and turns of a season show them all.
for (const [file, stem, loaded] of [
  ["store/returned-list.tsx", "kind", ["practice", "report"]],
  ["store/insight/decision-log.tsx", "kind", ["report", "study"]],
  ["steer/log.tsx", "kinds", ["steer", "absence", "events"]],
  ["steer/debrief-turns.tsx", "kinds", ["debrief", "steer"]],
] as const) {
  test(`${file}: every kind of decision has its name in both languages`, async () => {
    const asked = modulesOf(file);
    for (const language of ["zh", "en"]) {
      const named = await Promise.all(asked.map((module) => kindsNamed(language, module, stem)));
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

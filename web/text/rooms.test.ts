import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assumableFacts, batteries, weaknesses } from "@echelon/contract/exchange/shapes.ts";
import { importFaults, importWarnings } from "@echelon/contract/exchange/imports.ts";
import { OrganisationKind, RoleName } from "@echelon/contract/identity/shapes.ts";
import { SeasonState, InjectEventRequest } from "@echelon/contract/practice/season.ts";
import { profitLines } from "@echelon/contract/practice/profit-lines.ts";
import { DecisionWish } from "@echelon/contract/practice/decision.ts";
import { WhyFactor, WhyRest } from "@echelon/contract/practice/why.ts";
import { rosterColumns, rosterFaults, rosterWarnings } from "@echelon/contract/teaching/roster.ts";
import { segmentNames } from "@echelon/kernel/market/parameters/parameter-lists.ts";

type Tree = { readonly [key: string]: string | Tree };

/** The text modules that are written for the rooms below; the store's rooms hold their own. */
const modules = [
  "frame",
  "identity",
  "teaching",
  "exchange",
  "lobby",
  "steer",
  "debrief",
  "lessons",
  "preview",
  "platform",
  "framework",
  "evidence",
  "courses",
  "assignments",
  "grades",
  "review",
  "certificate",
  "exams",
  "sitting",
  "banks",
  "learning",
  "demand",
] as const;
const web = join(import.meta.dirname, "..");
const folders = ["frame", "parts", "rooms/identity", "rooms/teaching", "rooms/exchange"].concat([
  "rooms/platform",
  "rooms/assessment",
  "rooms/exams",
  "rooms/planning",
  "rooms/courses",
  "rooms/learning",
  "rooms/practice/lobby",
  // The lobby tells of a certificate that was revoked.
  "rooms/credentials",
  "rooms/practice/steer",
]);

const plural = /_(one|other)$/;

/** Keys with their texts, nested ones with dots; plural forms count as their word. */
function flat(tree: Tree, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") found.set(`${prefix}${key}`.replace(plural, ""), value);
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
}

async function read(language: "zh" | "en", module: string): Promise<Map<string, string>> {
  const file = (await import(`./${language}/${module}.ts`)) as { default: Tree };
  return flat(file.default);
}

async function readAll(language: "zh" | "en") {
  const entries = modules.map(async (name) => [name, await read(language, name)] as const);
  return new Map<string, Map<string, string>>(await Promise.all(entries));
}

const texts = {
  zh: await readAll("zh"),
  en: await readAll("en"),
};

const sourcesIn = (folder: string, recursive: boolean) =>
  readdirSync(join(web, folder), { recursive, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".test.ts"))
    .map((path) => ({ path, text: readFileSync(join(web, folder, path), "utf8") }));

const sources = [
  ...folders.flatMap((folder) => sourcesIn(folder, true)),
  // What the rooms of teachers and of stores share.
  ...sourcesIn("rooms/practice", false),
];

/** The modules in which a file looks for its words, in order. */
function modulesOf(text: string): string[] {
  const asked = [...text.matchAll(/useTranslation\((\[[^\]]*\]|"[^"]*")\)/g)];
  const names = asked.flatMap(([, list]) => [...(list ?? "").matchAll(/"(\w+)"/g)]);
  return [...new Set(names.map(([, name]) => name ?? ""))];
}

/** Calls of `t("key")` and `t("key", { facts })`; facts are null where a spread hides them. */
function callsOf(text: string): { key: string; facts: string[] | null }[] {
  return [...text.matchAll(/\bt\(\s*"([^"]+)"\s*(,\s*\{)?/g)].map((match) => {
    const [whole, key = "", object] = match;
    if (object === undefined) return { key, facts: [] };
    let depth = 1;
    let at = match.index + whole.length;
    const start = at;
    while (depth > 0 && at < text.length) {
      if (/[{([]/.test(text[at] ?? "")) depth += 1;
      if (/[})\]]/.test(text[at] ?? "")) depth -= 1;
      at += 1;
    }
    const body = text.slice(start, at - 1);
    if (body.includes("...")) return { key, facts: null };
    return { key, facts: [...body.matchAll(/(\w+)(?=\s*[:,]|\s*$)/g)].map(([name]) => name) };
  });
}

const factsIn = (text: string) =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ""))].toSorted();

test("every word that a room names is there in both languages, with the facts it needs", () => {
  for (const { path, text } of sources) {
    const asked = modulesOf(text);
    for (const { key, facts } of callsOf(text))
      for (const [language, known] of Object.entries(texts)) {
        const module = asked.find((name) => known.get(name)?.has(key));
        if (asked.some((name) => !(modules as readonly string[]).includes(name))) continue;
        assert.ok(module !== undefined, `${path}: ${key} is missing in ${language}`);
        const needed = factsIn(known.get(module)?.get(key) ?? "");
        const lacking = facts === null ? [] : needed.filter((name) => !facts.includes(name));
        assert.deepEqual(lacking, [], `${path}: ${key} is not told ${lacking.join(", ")}`);
      }
  }
});

test("a word that changes with a number is always told the number", async () => {
  for (const module of modules) {
    const file = (await import(`./en/${module}.ts`)) as { default: Tree };
    const plurals = new Set(pluralKeys(file.default));
    for (const { path, text } of sources) {
      if (!modulesOf(text).includes(module)) continue;
      for (const { key, facts } of callsOf(text))
        if (plurals.has(key) && facts !== null)
          assert.ok(facts.includes("count"), `${path}: ${key} needs a count`);
    }
  }
});

function pluralKeys(tree: Tree, prefix = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    if (typeof value !== "string") return pluralKeys(value, `${prefix}${key}.`);
    return plural.test(key) ? [`${prefix}${key}`.replace(plural, "")] : [];
  });
}

test("both languages say the same things with the same facts", () => {
  for (const module of modules) {
    const [zh = new Map<string, string>(), en = new Map<string, string>()] = [
      texts.zh.get(module),
      texts.en.get(module),
    ];
    assert.deepEqual([...zh.keys()].toSorted(), [...en.keys()].toSorted(), module);
    for (const [key, text] of zh)
      assert.deepEqual(factsIn(text), factsIn(en.get(key) ?? ""), `${module} ${key}`);
  }
});

test("nothing is kept that no room says", () => {
  const code = sources.map(({ text }) => text).join("\n");
  const literal = new Set([...code.matchAll(/"([\w.-]+)"/g)].map(([, key]) => key));
  const stems = [...code.matchAll(/`([\w.-]+\.)\$\{/g)].map(([, stem]) => stem ?? "");
  for (const module of modules) {
    const unused = [...(texts.zh.get(module)?.keys() ?? [])].filter(
      (key) => !literal.has(key) && !stems.some((stem) => key.startsWith(stem)),
    );
    assert.deepEqual(unused, [], module);
  }
});

/** The words below a stem are those of the codes, no fewer and no more. */
function exactly(module: (typeof modules)[number], stem: string, codes: readonly string[]): void {
  const wanted = [...new Set(codes)].map((code) => `${stem}.${code}`).toSorted();
  for (const [language, known] of Object.entries(texts)) {
    const kept = [...(known.get(module)?.keys() ?? [])].filter((key) => key.startsWith(`${stem}.`));
    assert.deepEqual(kept.toSorted(), wanted, `${language} ${module}`);
  }
}
const bare = (codes: readonly string[]) => codes.map((code) => code.slice(code.indexOf("/") + 1));

test("every code that the server may send to these rooms has its word, and no other", async () => {
  // Decisions of a module that a season may go without have their words in a file of their own.
  const elsewhere = new Set<string>();
  for (const language of ["zh", "en"] as const) {
    for (const module of [
      "aftersales",
      "finance",
      "researched",
      "sourcing",
      "promoted",
      "offers",
      "record",
      "company",
      "offsite",
      "offers",
    ]) {
      for (const key of (await read(language, module)).keys()) {
        if (key.startsWith("kinds.")) elsewhere.add(key.slice("kinds.".length));
      }
    }
  }
  exactly("identity", "roles", RoleName.options);
  exactly("identity", "kinds", OrganisationKind.options);
  exactly("teaching", "problems", bare([...rosterFaults, ...rosterWarnings]));
  exactly("teaching", "roster.columns", rosterColumns);
  exactly("exchange", "problems", bare([...importFaults, ...importWarnings, ...weaknesses]));
  exactly("exchange", "facts", assumableFacts);
  exactly("exchange", "batteries", batteries);
  exactly("steer", "states", SeasonState.options);
  const kinds = DecisionWish.options.map(({ shape }) => shape.kind.value);
  const steward = ["enter-store", "inject-event", "help-store", "penalize-store"].concat([
    "begin-autopilot",
    "end-autopilot",
  ]);
  for (const kind of elsewhere)
    assert.ok(
      kinds.some((one) => one === kind),
      `no decision ${kind}`,
    );
  exactly("steer", "kinds", [...kinds.filter((kind) => !elsewhere.has(kind)), ...steward]);
  // A scenario may script one kind more than a teacher can put in.
  exactly("steer", "event.kinds", [...InjectEventRequest.shape.kind.options, "relief-removed"]);
  exactly("debrief", "truth.segments", segmentNames);
  exactly("lessons", "winners.line", profitLines);
  exactly("lessons", "winners.cause", [...WhyFactor.options, ...WhyRest.options]);
});

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { refusals } from "@echelon/contract/practice/refusals.ts";
import { account } from "@echelon/kernel/ledger/account.ts";
import { documentKind } from "@echelon/kernel/ledger/document-kind.ts";
import { partyKind } from "@echelon/kernel/ledger/party.ts";
import { noticeKinds, parcelEvents, reviewThemes } from "@echelon/kernel/market/state/tables.ts";
import { tradeRefusalCodes } from "@echelon/kernel/trade/refusal.ts";
import enAfterSales from "../../../text/en/aftersales.ts";
import enChances from "../../../text/en/chances.ts";
import enFinance from "../../../text/en/finance.ts";
import { LostReason } from "@echelon/contract/practice/lost-sales.ts";
import { WhyFactor, WhyRest } from "@echelon/contract/practice/why.ts";
import enOffSite from "../../../text/en/offsite.ts";
import enPromoted from "../../../text/en/promoted.ts";
import enFrame from "../../../text/en/frame.ts";
import enLedger from "../../../text/en/ledger.ts";
import enAbsence from "../../../text/en/absence.ts";
import enAgents from "../../../text/en/agents.ts";
import enLuck from "../../../text/en/luck.ts";
import enOffers from "../../../text/en/offers.ts";
import enPractice from "../../../text/en/practice.ts";
import enRecord from "../../../text/en/record.ts";
import enRefusals from "../../../text/en/refusals.ts";
import enResearch from "../../../text/en/research.ts";
import enResearched from "../../../text/en/researched.ts";
import enScoring from "../../../text/en/scoring.ts";
import enReport from "../../../text/en/report.ts";
import enSaid from "../../../text/en/said.ts";
import enShopper from "../../../text/en/shopper.ts";
import enCompany from "../../../text/en/company.ts";
import enTiers from "../../../text/en/tiers.ts";
import zhTiers from "../../../text/zh/tiers.ts";
import enTenders from "../../../text/en/tenders.ts";
import enRooms from "../../../text/en/rooms.ts";
import zhRooms from "../../../text/zh/rooms.ts";
import zhTenders from "../../../text/zh/tenders.ts";
import zhCompany from "../../../text/zh/company.ts";
import enOwners from "../../../text/en/owners.ts";
import zhOwners from "../../../text/zh/owners.ts";
import enShifts from "../../../text/en/shifts.ts";
import zhShifts from "../../../text/zh/shifts.ts";
import enStrategy from "../../../text/en/strategy.ts";
import zhStrategy from "../../../text/zh/strategy.ts";
import enSourcing from "../../../text/en/sourcing.ts";
import enSandbox from "../../../text/en/sandbox.ts";
import enTeams from "../../../text/en/teams.ts";
import enStudy from "../../../text/en/study.ts";
import enTasks from "../../../text/en/tasks.ts";
import enTabs from "../../../text/en/tabs.ts";
import enToday from "../../../text/en/today.ts";
import enWhy from "../../../text/en/why.ts";
import zhAfterSales from "../../../text/zh/aftersales.ts";
import zhChances from "../../../text/zh/chances.ts";
import zhFinance from "../../../text/zh/finance.ts";
import enNames from "../../../text/en/names.ts";
import zhNames from "../../../text/zh/names.ts";
import zhOffSite from "../../../text/zh/offsite.ts";
import zhPromoted from "../../../text/zh/promoted.ts";
import zhFrame from "../../../text/zh/frame.ts";
import zhLedger from "../../../text/zh/ledger.ts";
import zhAbsence from "../../../text/zh/absence.ts";
import zhAgents from "../../../text/zh/agents.ts";
import zhLuck from "../../../text/zh/luck.ts";
import zhOffers from "../../../text/zh/offers.ts";
import zhPractice from "../../../text/zh/practice.ts";
import zhRecord from "../../../text/zh/record.ts";
import zhRefusals from "../../../text/zh/refusals.ts";
import zhResearch from "../../../text/zh/research.ts";
import zhResearched from "../../../text/zh/researched.ts";
import zhScoring from "../../../text/zh/scoring.ts";
import zhReport from "../../../text/zh/report.ts";
import zhSaid from "../../../text/zh/said.ts";
import zhShopper from "../../../text/zh/shopper.ts";
import zhSourcing from "../../../text/zh/sourcing.ts";
import zhSandbox from "../../../text/zh/sandbox.ts";
import zhTeams from "../../../text/zh/teams.ts";
import zhStudy from "../../../text/zh/study.ts";
import zhTasks from "../../../text/zh/tasks.ts";
import zhTabs from "../../../text/zh/tabs.ts";
import zhToday from "../../../text/zh/today.ts";
import zhWhy from "../../../text/zh/why.ts";
import { guideSteps } from "./guide-steps.ts";
import { sayingKey } from "./saying.ts";

type Tree = { readonly [key: string]: string | Tree };
const languages: Readonly<Record<string, Readonly<Record<string, Tree>>>> = {
  zh: {
    practice: zhPractice,
    said: zhSaid,
    report: zhReport,
    research: zhResearch,
    researched: zhResearched,
    record: zhRecord,
    ledger: zhLedger,
    luck: zhLuck,
    scoring: zhScoring,
    teams: zhTeams,
    absence: zhAbsence,
    agents: zhAgents,
    aftersales: zhAfterSales,
    offers: zhOffers,
    finance: zhFinance,
    sourcing: zhSourcing,
    tenders: zhTenders,
    tiers: zhTiers,
    rooms: zhRooms,
    company: zhCompany,
    strategy: zhStrategy,
    shifts: zhShifts,
    owners: zhOwners,
    offsite: zhOffSite,
    names: zhNames,
    promoted: zhPromoted,
    frame: zhFrame,
    today: zhToday,
    why: zhWhy,
    chances: zhChances,
    study: zhStudy,
    sandbox: zhSandbox,
    shopper: zhShopper,
    tabs: zhTabs,
    tasks: zhTasks,
  },
  en: {
    practice: enPractice,
    said: enSaid,
    report: enReport,
    research: enResearch,
    researched: enResearched,
    record: enRecord,
    ledger: enLedger,
    luck: enLuck,
    scoring: enScoring,
    teams: enTeams,
    absence: enAbsence,
    agents: enAgents,
    aftersales: enAfterSales,
    offers: enOffers,
    finance: enFinance,
    sourcing: enSourcing,
    tenders: enTenders,
    tiers: enTiers,
    rooms: enRooms,
    company: enCompany,
    strategy: enStrategy,
    shifts: enShifts,
    owners: enOwners,
    offsite: enOffSite,
    names: enNames,
    promoted: enPromoted,
    frame: enFrame,
    today: enToday,
    why: enWhy,
    chances: enChances,
    study: enStudy,
    sandbox: enSandbox,
    shopper: enShopper,
    tabs: enTabs,
    tasks: enTasks,
  },
};
const refusalTexts = { zh: zhRefusals as Tree, en: enRefusals as Tree };

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

const folder = import.meta.dirname;
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".test.ts"))
  .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));

const modulesOf = (text: string): string[] => {
  const asked = [...text.matchAll(/useTranslation\((\[[^\]]*\]|"[^"]*")\)/g)];
  return asked.flatMap(([, names]) =>
    [...(names ?? "").matchAll(/"(\w+)"/g)].map(([, name]) => name ?? ""),
  );
};

test("every word that a store's room names is there in both languages", () => {
  for (const { path, text } of sources) {
    const modules = modulesOf(text);
    const keys = [...text.matchAll(/\bt\(\s*"([^"]+)"/g)].map(([, key]) => key ?? "");
    for (const [language, words] of Object.entries(languages)) {
      const known = modules.map((module) => flat(words[module] ?? {}));
      for (const key of keys)
        assert.ok(
          known.some((texts) => texts.has(key)),
          `${path}: ${key} is missing in ${language} ${modules.join(", ")}`,
        );
    }
  }
});

test("a word that is put together of parts has at least one text for its first part", () => {
  for (const { path, text } of sources) {
    const modules = modulesOf(text);
    const stems = [...text.matchAll(/\bt\(\s*`([\w.-]+)\.\$\{/g)].map(([, stem]) => stem ?? "");
    for (const [language, words] of Object.entries(languages)) {
      const keys = modules.flatMap((module) => [...flat(words[module] ?? {}).keys()]);
      for (const stem of stems)
        assert.ok(
          keys.some((key) => key.startsWith(`${stem}.`)),
          `${path}: nothing below ${stem} in ${language}`,
        );
    }
  }
});

test("both languages say the same things with the same facts", () => {
  const facts = (text: string) =>
    [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = ""]) => name))].toSorted();
  for (const module of Object.keys(languages["zh"] ?? {})) {
    const [zh, en] = [flat(languages["zh"]?.[module] ?? {}), flat(languages["en"]?.[module] ?? {})];
    assert.deepEqual([...zh.keys()].toSorted(), [...en.keys()].toSorted());
    for (const [key, text] of zh) assert.deepEqual(facts(text), facts(en.get(key) ?? ""), key);
  }
});

test("nothing is kept that no room says", () => {
  // The class's tasks have their words with a store's.
  const classTasks = readFileSync(join(folder, "../steer/class-tasks.tsx"), "utf8");
  const code = [...sources.map(({ text }) => text), classTasks].join("\n");
  const literal = new Set([...code.matchAll(/"([\w.-]+)"/g)].map(([, key]) => key));
  const stems = [...code.matchAll(/`([\w.-]+)\.\$\{/g)].map(([, stem]) => `${stem}.`);
  // The log of who leads the season says these.
  stems.push("kinds.");
  for (const module of [
    "practice",
    "today",
    "why",
    "study",
    "report",
    "ledger",
    "finance",
    "research",
    "sourcing",
    "tenders",
    "tiers",
    "rooms",
    "tasks",
    "company",
    "strategy",
    "shifts",
    "owners",
    "names",
  ]) {
    const unused = [...flat(languages["zh"]?.[module] ?? {}).keys()].filter(
      (key) => !literal.has(key) && !stems.some((stem) => key.startsWith(stem)),
    );
    assert.deepEqual(unused, [], module);
  }
});

const everywhere = (module: string, keys: readonly string[]) => {
  for (const [language, words] of Object.entries(languages)) {
    const known = flat(words[module] ?? {});
    for (const key of keys) assert.ok(known.has(key), `${language} ${module} lacks ${key}`);
  }
};

test("every cause of a change has a name and a meaning", () => {
  for (const cause of [...WhyFactor.options, ...WhyRest.options]) {
    everywhere("why", [`causeOf.${cause}`, `meaning.${cause}`]);
  }
  for (const reason of LostReason.options) {
    everywhere("why", [`lost.reason.${reason}`, `lost.mend.${reason}`]);
  }
});

test("every code of the books, parcels, reviews and the guide has its word", () => {
  everywhere(
    "ledger",
    Object.keys(account).map((name) => `account.${name}`),
  );
  everywhere(
    "ledger",
    Object.keys(documentKind).map((name) => `document.${name}`),
  );
  everywhere(
    "ledger",
    Object.keys(partyKind).map((name) => `party.${name}`),
  );
  everywhere(
    "report",
    parcelEvents.map((event) => `parcel.${event}`),
  );
  everywhere(
    "report",
    reviewThemes.map((theme) => `theme.${theme}`),
  );
  everywhere(
    "said",
    noticeKinds.map((kind) => `notice.${kind}`),
  );
  everywhere(
    "said",
    tradeRefusalCodes.map((code) => sayingKey(code)),
  );
  for (const part of ["steps", "help", "acts"])
    everywhere(
      "practice",
      guideSteps.map((step) => `guide.${part}.${step}`),
    );
});

const kernel = join(folder, "../../../../kernel/market");
const kernelCode = readdirSync(kernel, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.includes(".test."))
  .map((path) => readFileSync(join(kernel, path), "utf8"))
  .join("\n");
const codesOf = (call: RegExp) => [...kernelCode.matchAll(call)].map(([, code]) => code ?? "");

test("every warning and hint of the kernel has its sentence", () => {
  const warnings = codesOf(/\bwarning\(\s*"([\w-]+)"/g);
  const hints = codesOf(/"((?:listing|creative)\/[\w-]+)"/g);
  assert.ok(warnings.length > 5 && hints.length > 10);
  everywhere(
    "said",
    warnings.map((code) => `practice.${code}`),
  );
  everywhere("said", hints.map(sayingKey));
});

test("every refusal of a decision has a sentence, here or among the refusals", () => {
  const codes = codesOf(/\brefused\(\s*"([\w-]+)"/g).map((code) => `practice/${code}`);
  assert.ok(codes.length > 20);
  for (const language of ["zh", "en"] as const) {
    const here = flat(languages[language]?.["said"] ?? {});
    for (const code of [...codes, ...Object.keys(refusals)])
      assert.ok(here.has(sayingKey(code)) || code in refusalTexts[language], `${language} ${code}`);
  }
});

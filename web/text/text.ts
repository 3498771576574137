import i18next from "i18next";
import { initReactI18next } from "react-i18next";

/** Every text module; one namespace each, loaded with the room that needs it. */
export const textModules = [
  "frame",
  "identity",
  "teaching",
  "exchange",
  "practice",
  "today",
  "why",
  "study",
  "preview",
  "said",
  "report",
  "aftersales",
  "offsite",
  "names",
  "promoted",
  "offers",
  "record",
  "ledger",
  "finance",
  "owners",
  "research",
  "researched",
  "sourcing",
  "tenders",
  "tiers",
  "rooms",
  "company",
  "strategy",
  "shifts",
  "lobby",
  "agents",
  "scoring",
  "tasks",
  "teams",
  "rounds",
  "presets",
  "absence",
  "steer",
  "model",
  "integrity",
  "events",
  "debrief",
  "luck",
  "lessons",
  "chances",
  "shopper",
  "tabs",
  "sandbox",
  "platform",
  "framework",
  "overlays",
  "foreign",
  "evidence",
  "courses",
  "assignments",
  "grades",
  "review",
  "certificate",
  "appeals",
  "exams",
  "sitting",
  "banks",
  "credentials",
  "learning",
  "refusals",
  "refusals-teaching",
  "refusals-exchange",
  "refusals-assessment",
  "refusals-planning",
  "refusals-placement",
  "demand",
  "placement",
] as const;
export type TextModule = (typeof textModules)[number];
export type Language = "zh" | "en";

const files = import.meta.glob<Record<string, unknown>>("./{zh,en}/*.ts");
const loaded = new Set<TextModule>();

/** Sentences of a module's refusals come with its rooms, and stand beside those of all others. */
const namespaceOf = (module: TextModule): string =>
  module.startsWith("refusals-") ? "refusals" : module;

const fetched = new Set<string>();

async function load(language: Language, module: TextModule): Promise<void> {
  const path = `./${language}/${module}.ts`;
  const file = files[path];
  if (file === undefined || fetched.has(path)) return;
  i18next.addResourceBundle(language, namespaceOf(module), (await file())["default"], true);
  fetched.add(path);
}

/** Loads a room's texts in the language that is shown; called by its route before it renders. */
export async function loadTexts(...modules: readonly TextModule[]): Promise<void> {
  for (const module of modules) loaded.add(module);
  await Promise.all(modules.map((module) => load(i18next.language as Language, module)));
}

/** Where the sentence of a refusal stands: a large module has a file of its own. */
export const refusalTexts = (code: string): TextModule =>
  textModules.find((one) => one === `refusals-${code.split("/")[0]}`) ?? "refusals";

/** A room that writes for readers of both languages has both at hand. */
export async function loadBothTexts(module: TextModule): Promise<void> {
  loaded.add(module);
  await Promise.all([load("zh", module), load("en", module)]);
}

const chosenKey = "echelon.language";

/** Somebody chose a language on this device, and it goes before what an account says. */
export const isLanguageChosen = (): boolean => localStorage.getItem(chosenKey) !== null;

/** The next person at this device chooses anew. */
export const forgetLanguage = (): void => localStorage.removeItem(chosenKey);

/** Shows the page in another language at once, and remembers it on this device. */
export async function showLanguage(language: Language): Promise<void> {
  await Promise.all([...loaded].map((module) => load(language, module)));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  localStorage.setItem(chosenKey, language);
}

/** The language of the device until the person has chosen one. */
export function firstLanguage(): Language {
  const chosen = localStorage.getItem(chosenKey);
  if (chosen === "zh" || chosen === "en") return chosen;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: false,
    ns: [],
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
    // A room that reads several modules finds each word in the first one that has it.
    react: { useSuspense: false, nsMode: "fallback" },
  });
  document.documentElement.lang = i18next.language === "zh" ? "zh-CN" : "en";
  await loadTexts("frame", "refusals");
}

import type { FaultFacts } from "@echelon/server/main.ts";
import { matchEn } from "./match-en.ts";
import { matchZh } from "./match-zh.ts";
import { en } from "./en.ts";
import { planEn } from "./plan-en.ts";
import { planZh } from "./plan-zh.ts";
import { zh } from "./zh.ts";

export type Language = "zh" | "en";

/** Says a sentence by its code, with `{name}` filled from the facts. */
export type Say = (code: string, facts?: FaultFacts) => string;

/** All sentences, by language and code. */
export const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { ...zh, ...matchZh, ...planZh },
  en: { ...en, ...matchEn, ...planEn },
};

/**
 * The language of the sentences: `--lang`, else that of the terminal, else English.
 *
 * @see POSIX, "Environment Variables", 8.2, for the order of the three variables
 */
export function languageOf(args: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const at = args.indexOf("--lang");
  const inline = args.find((arg) => arg.startsWith("--lang="))?.slice("--lang=".length);
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const asked = (at >= 0 ? args[at + 1] : inline) ?? LC_ALL ?? LC_MESSAGES ?? LANG ?? "";
  return asked.startsWith("zh") ? "zh" : "en";
}

export function textsOf(language: Language): Say {
  return (code, facts = {}) => {
    const sentence = texts[language][code] ?? code;
    return sentence.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => String(facts[name] ?? ""));
  };
}

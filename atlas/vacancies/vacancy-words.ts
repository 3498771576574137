/** The words by which vacancies are sorted: one file, `words.json`, with `sources.md`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RankWords } from "@echelon/kernel/planning/demand/echelon-points.ts";
import type { GateWords } from "@echelon/kernel/planning/demand/gate.ts";
import { z } from "zod";

/** In lower case and normal width, as texts are compared. */
const Words = z
  .array(
    z
      .string()
      .min(2)
      .refine((word) => word === word.normalize("NFKC").toLowerCase(), "lower case, normal width"),
  )
  .min(1)
  .readonly()
  .refine((words) => new Set(words).size === words.length, "no word twice");

const File = z
  .strictObject({
    gate: z.strictObject({ strong: Words, negativeTitles: Words }).readonly(),
    ranks: z
      .strictObject({
        titles: z.tuple([Words, Words, Words]).readonly(),
        beginners: Words,
        leading: Words,
      })
      .readonly(),
    /** Words that are kept whole when a text is cut. */
    dictionary: Words,
  })
  .readonly();

export interface VacancyWords {
  readonly gate: GateWords;
  readonly ranks: RankWords;
  readonly dictionary: readonly string[];
}

/** @throws Error naming the fault in the file */
export function readVacancyWords(folder: string = import.meta.dirname): VacancyWords {
  return File.parse(JSON.parse(readFileSync(join(folder, "words.json"), "utf8")));
}

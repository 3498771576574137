/** The door to what planning reads of the world: regions, and the words of vacancies. */
import { loadRegions, type Region } from "./regions/region.ts";
import { readVacancyWords, type VacancyWords } from "./vacancies/vacancy-words.ts";

export type { Region } from "./regions/region.ts";
export type { VacancyWords } from "./vacancies/vacancy-words.ts";

let loaded: readonly Region[] | undefined;
let words: VacancyWords | undefined;

/** The regions that ship, by their id; read once, as their files do not change. */
export function planningRegions(): readonly Region[] {
  loaded ??= Object.freeze(loadRegions());
  return loaded;
}

/** The words by which vacancies are sorted; read once. */
export function vacancyWords(): VacancyWords {
  words ??= readVacancyWords();
  return words;
}

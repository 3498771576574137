import { vacancyWords } from "@echelon/atlas/planning-regions.ts";
import { loadFramework } from "@echelon/courses/competency-framework.ts";
import { type Cutter, wordCutter } from "@echelon/kernel/planning/demand/cut-words.ts";
import {
  type LearnedWords,
  type ModelTexts,
  type PostingModel,
  postingModel,
} from "@echelon/kernel/planning/demand/posting-model.ts";

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Words as the running ICU cuts them; marks and blanks are none. */
function segments(run: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(run))
    if (isWordLike === true) words.push(segment);
  return words;
}

/** Results depend on it, so it is kept with each of them. */
export const cutterName = `dictionary 1, ICU ${process.versions["icu"] ?? "unknown"}`;

let cutter: Cutter | undefined;

export function cutWords(text: string): string[] {
  cutter ??= wordCutter(vacancyWords().dictionary, segments);
  return cutter(text);
}

/** What the framework and the atlas say that postings are sorted by. */
function modelTexts(): ModelTexts {
  const { framework } = loadFramework();
  const { gate, ranks } = vacancyWords();
  const [first, second, third] = framework.echelons.map(({ id }) => id);
  if (first === undefined || second === undefined || third === undefined)
    throw new Error("postings are sorted to three echelons");
  return {
    gate,
    ranks,
    echelons: [first, second, third],
    roles: framework.roles.map(({ id, name, titles }) => {
      const own = framework.competencies.filter(({ roles }) => roles.includes(id));
      // What has its home in a role says more of it.
      const competencies = own.flatMap(({ roles, name: { zh, en } }) =>
        roles[0] === id ? [zh, en, zh, en] : [zh, en],
      );
      const text = [name.zh, name.en, ...titles.zh, ...titles.en, ...competencies].join(" ");
      return { id, titles: [...titles.zh, ...titles.en], text };
    }),
    competencies: framework.competencies.map(({ id, name: { zh, en } }) => ({
      id,
      names: [zh, en],
      text: `${zh} ${en}`,
    })),
  };
}

/** The model of a version: the framework's texts, and what was learned beside them. */
export function modelOf(learned: LearnedWords): PostingModel {
  return postingModel(modelTexts(), learned, cutWords);
}

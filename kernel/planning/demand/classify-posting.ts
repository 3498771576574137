/** Which role and echelon a posting is for, by what it was decided, and how surely. */
import { askedCompetencies } from "./asked-competencies.ts";
import { echelonPoints, type EchelonPoints } from "./echelon-points.ts";
import { askGate, gateScoreMin, type GateVerdict } from "./gate.ts";
import { plainText } from "./plain.ts";
import type { PostingModel } from "./posting-model.ts";
import { countWords, likeness, type Share } from "./text-vectors.ts";

export interface PostingText {
  readonly title: string;
  readonly description: string;
  /** Years of experience asked for; null where nothing was said. */
  readonly yearsMin: number | null;
}

export interface RoleScore {
  readonly role: string;
  readonly score: number;
  /** Titles of the role that were found. */
  readonly titles: readonly string[];
  /** The words that made it like the role. */
  readonly words: readonly Share[];
}

export interface Classified {
  readonly gate: GateVerdict;
  /** Best role first; none where no word of any role was found. */
  readonly roles: readonly RoleScore[];
  readonly echelon: EchelonPoints;
  readonly competencies: readonly string[];
  /** (best − second) / best. */
  readonly confidence: number;
  /** A person should look at it. */
  readonly isUncertain: boolean;
}

/** What a role's own title adds to the likeness of the text. */
const titleScore = 0.5;
/** Below this the second role is too near. */
export const confidenceMin = 0.15;
const rolesShown = 2;
const wordsShown = 5;
/** A posting's first sentences say what it is; the rest is benefits and addresses. */
const charsRead = 4_000;

/** Classifies one posting. What does not pass the gate gets no role. */
export function classifyPosting(posting: PostingText, model: PostingModel): Classified {
  const said = { ...posting, description: posting.description.slice(0, charsRead) };
  const gate = askGate(said, model.texts.gate);
  const echelon = echelonPoints(said, model.texts.ranks);
  if (!gate.isRelevant) {
    const nothing = { roles: [], competencies: [], confidence: 0, isUncertain: false };
    return { gate, echelon, ...nothing };
  }
  const roles = roleScores(said, model);
  const [best, second] = roles;
  const confidence =
    best === undefined || best.score === 0 ? 0 : (best.score - (second?.score ?? 0)) / best.score;
  return {
    gate,
    echelon,
    roles: roles.slice(0, rolesShown),
    competencies: askedCompetencies(
      `${said.title}\n${said.description}`,
      model.cut,
      model.competencies,
      model.competencyNames,
    ),
    confidence,
    isUncertain: confidence < confidenceMin || gate.score === gateScoreMin,
  };
}

/** All roles that anything speaks for, the best first; equal ones in the framework's order. */
function roleScores({ title, description }: PostingText, model: PostingModel): RoleScore[] {
  const compared = likeness(model.roles, countWords(model.cut(`${title} ${description}`)));
  const plain = plainText(`${title} ${description}`);
  const scored = model.roles.ids.map((role, place) => {
    const titles = model.roleTitles[place]!.filter((one) => plain.includes(one));
    return { role, place, titles, score: compared.cosines[place]! + titleScore * titles.length };
  });
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.place - b.place)
    .map(({ role, place, titles, score }, rank) => ({
      role,
      score,
      titles,
      words: rank < rolesShown ? compared.sharesOf(place, wordsShown) : [],
    }));
}

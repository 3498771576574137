import type { Answer } from "../../api/client.ts";
import type { Standing } from "./standing.ts";

export type Certificate = Answer<"GET /assessment/people/:person/certificate">;
export type Missing = Certificate["missing"][number];
export type Verdict = Certificate["verdict"];
export type ShortCompetency = Extract<Missing, { kind: "core" }>["short"][number];

/** One reason for which a competency does not count, with the numbers that its words need. */
export interface Reason {
  readonly kind: ShortCompetency["short"][number];
  readonly facts: Readonly<Record<string, number>>;
}

/** Why a competency does not count; who was never seen in it has nothing of what it needs. */
export function reasonsOf(
  { short }: ShortCompetency,
  rule: Certificate["rule"],
  standing: Standing | undefined,
): Reason[] {
  const facts: Record<Reason["kind"], Reason["facts"]> = {
    mastery: { percent: rule.mastery },
    pieces: { count: standing?.pieces ?? 0, of: rule.pieces },
    contexts: { count: standing?.contexts ?? 0, of: rule.contexts },
    raters: { count: rule.raters },
  };
  return short.map((kind) => ({ kind, facts: facts[kind] }));
}

/** What is asked beside competencies and has words; another server may ask for something else. */
const extras = [
  "practical-exam",
  "audited-season",
  "internship-report",
  "panel-defence",
  "mentee",
] as const;
export type Extra = (typeof extras)[number];
export const isKnownExtra = (id: string): id is Extra => (extras as readonly string[]).includes(id);

/** How much there is of how much, 0 to 1; more than enough is enough. */
export const partOf = ({ have, need }: { have: number; need: number }): number =>
  need === 0 ? 1 : Math.min(1, have / need);

const hashShownMax = 12;

/** The beginning of a hash: enough to tell two apart by eye. */
export const shortHash = (hash: string): string => hash.slice(0, hashShownMax);

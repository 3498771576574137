import type { Answer } from "../../api/client.ts";
import { hasWords } from "../../parts/has-words.ts";

export type Framework = Answer<"GET /framework">;
export type Competency = Framework["competencies"][number];

/** What is looked at: a role, an echelon, both, or all there is. */
export interface Choice {
  readonly role: string | null;
  readonly echelon: string | null;
  readonly words: string;
}

/**
 * The competencies of a choice. A role at an echelon is its core, which has the echelons before
 * it too; a role by itself is all that it is ever asked for; an echelon by itself is what is new
 * there.
 */
export function chosenOf(framework: Framework, choice: Choice): readonly Competency[] {
  const { role, echelon, words } = choice;
  const cores = framework.profiles.filter(
    (profile) => profile.role === role && (echelon === null || profile.echelon === echelon),
  );
  const core = new Set(cores.flatMap((profile) => profile.core));
  const isChosen = (one: Competency) =>
    role === null ? echelon === null || one.echelon === echelon : core.has(one.id);
  return framework.competencies.filter(
    (one) => isChosen(one) && hasWords(textOf(framework, one), words),
  );
}

/** How many competencies a role asks for at an echelon; 0 where there is no such profile. */
export function coreSize(framework: Framework, role: string, echelon: string): number {
  const profile = framework.profiles.find((one) => one.role === role && one.echelon === echelon);
  return profile?.core.length ?? 0;
}

/**
 * The echelon of which everybody who reaches it shows some competencies, whatever the role, and how
 * many there are to choose from; undefined where there are none.
 */
export function electivesOf({ crossRoleE3, competencies, echelons }: Framework) {
  const electives = competencies.filter(({ id }) => crossRoleE3.includes(id));
  const echelon = echelons.find(({ id }) => id === electives[0]?.echelon);
  return echelon === undefined ? undefined : { echelon, count: electives.length };
}

/** Competencies by area, areas in the framework's order, none of them empty. */
export function byArea(framework: Framework, chosen: readonly Competency[]) {
  return framework.areas
    .map((area) => ({ area, competencies: chosen.filter((one) => one.area === area.id) }))
    .filter(({ competencies }) => competencies.length > 0);
}

/** All that a competency is found by, in both languages. */
function textOf(framework: Framework, one: Competency): string {
  const named = (list: Framework["areas"], ids: readonly string[]) =>
    list.filter(({ id }) => ids.includes(id)).flatMap(({ name }) => [name.zh, name.en]);
  const { roles, areas, courses } = framework;
  const { rule } = one;
  const codes = one.mappings.flatMap(({ code, title }) => [code, title?.zh ?? "", title?.en ?? ""]);
  return [
    one.id,
    one.name.zh,
    one.name.en,
    ...named(areas, [one.area]),
    ...named(courses, one.courses),
    ...named(roles, one.roles),
    rule.measureName.zh,
    rule.measureName.en,
    rule.eventName.zh,
    rule.eventName.en,
    ...codes,
  ].join("\n");
}

/** The address of a choice; what is not chosen is not said. */
export function asksOf({ role, echelon, words }: Choice): Record<string, string> {
  return {
    ...(role === null ? {} : { role }),
    ...(echelon === null ? {} : { echelon }),
    ...(words === "" ? {} : { words }),
  };
}

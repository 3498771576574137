import type { FrameworkView } from "@echelon/contract/assessment/framework.ts";
import type { CaseLink } from "./case-shapes.ts";
import { caseId, type Kind } from "./identifiers.ts";

/** Path of the provider on every installation. */
export const caseBase = "/ims/case/v1p1";

/** The parts of the provider that things are found under. */
type Shelf =
  | "CFDocuments"
  | "CFItems"
  | "CFItemTypes"
  | "CFLicenses"
  | "CFAssociations"
  | "CFRubrics";

/** How the things of one package are called and found. */
export interface Naming {
  readonly language: "zh" | "en";
  thing(
    kind: Kind,
    id: string,
    shelf: Shelf,
  ): {
    readonly identifier: string;
    readonly uri: string;
    readonly lastChangeDateTime: string;
  };
  link(kind: Kind, id: string, shelf: Shelf, title: string): CaseLink;
  /** The same thing of another language or an earlier version. */
  elsewhere(where: { language?: "zh" | "en"; version?: string }): Naming;
}

export function namingOf(
  view: Pick<FrameworkView, "version" | "changedOn">,
  language: "zh" | "en",
  origin: string,
): Naming {
  const { version, changedOn } = view;
  const idOf = (kind: Kind, id: string) => caseId(version, kind, id, language);
  const uriOf = (kind: Kind, id: string, shelf: Shelf) =>
    `${origin}${caseBase}/${shelf}/${idOf(kind, id)}`;
  return {
    language,
    thing: (kind, id, shelf) => ({
      identifier: idOf(kind, id),
      uri: uriOf(kind, id, shelf),
      lastChangeDateTime: `${changedOn}T00:00:00Z`,
    }),
    link: (kind, id, shelf, title) => ({
      title,
      identifier: idOf(kind, id),
      uri: uriOf(kind, id, shelf),
    }),
    elsewhere: (where) =>
      namingOf(
        { version: where.version ?? version, changedOn },
        where.language ?? language,
        origin,
      ),
  };
}

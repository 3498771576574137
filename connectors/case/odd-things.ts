import type { OddCode } from "@echelon/contract/assessment/odd-codes.ts";

/** One kind of odd thing: where it was first, and how often it is. */
export interface Odd {
  readonly code: OddCode;
  /** The part of the package and the field: `CFItems/listEnumeration`. */
  readonly where: string;
  readonly first: string;
  readonly count: number;
}

/** Gathers odd things, the same in the same field once with how often it is. */
export function oddThings() {
  const found = new Map<string, Odd>();
  return {
    note(code: OddCode, where: string, first: string): void {
      const key = `${code} ${where}`;
      const known = found.get(key);
      const count = (known?.count ?? 0) + 1;
      found.set(key, { code, where, first: (known?.first ?? first).slice(0, 200), count });
    },
    all: (): readonly Odd[] => [...found.values()],
  };
}
export type OddThings = ReturnType<typeof oddThings>;

const thing = ["identifier", "uri", "lastChangeDateTime", "extensions"];
const dates = ["statusStartDate", "statusEndDate"];

/** The fields of CASE 1.1 by part of a package, and those that it must have. */
export const partShapes = {
  CFDocument: {
    needs: ["identifier", "uri", "creator", "title", "lastChangeDateTime"],
    has: `frameworkType caseVersion creator title officialSourceURL publisher description subject
      subjectURI language version adoptionStatus licenseURI notes`,
  },
  CFItems: {
    needs: ["identifier", "fullStatement", "uri", "lastChangeDateTime"],
    has: `fullStatement alternativeLabel CFItemType humanCodingScheme listEnumeration
      abbreviatedStatement conceptKeywords conceptKeywordsURI notes subject subjectURI language
      educationLevel CFItemTypeURI licenseURI`,
  },
  CFAssociations: {
    needs: [
      "identifier",
      "associationType",
      "uri",
      "originNodeURI",
      "destinationNodeURI",
      "lastChangeDateTime",
    ],
    has: `associationType sequenceNumber originNodeURI destinationNodeURI
      CFAssociationGroupingURI notes`,
  },
} as const;
export type PartName = keyof typeof partShapes;

const known = new Map(
  Object.entries(partShapes).map(([part, { has }]) => [
    part,
    new Set([...has.split(/\s+/), ...thing, ...dates]),
  ]),
);

/** Whether the standard knows a field of a part. */
export const isKnownField = (part: PartName, field: string): boolean => known.get(part)!.has(field);

export const associationTypes: readonly string[] = [
  "isChildOf",
  "isPeerOf",
  "isPartOf",
  "exactMatchOf",
  "precedes",
  "isRelatedTo",
  "replacedBy",
  "exemplar",
  "hasSkillLevel",
  "isTranslationOf",
];

/**
 * What a CASE 1.1 provider answers, from packages that are there: no request changes anything, and
 * whatever is asked for by an identifier is found in one look.
 */
import type { CaseLink, CasePackage, CaseRubric } from "./case-shapes.ts";
import { caseBase } from "./naming.ts";

export interface CaseAnswer {
  readonly status: 200 | 400 | 404;
  readonly body: Readonly<Record<string, unknown>>;
  /** Documents there are in all, where a part of them is told. */
  readonly total?: number;
}

export type CaseProvider = (
  path: string,
  asks: Readonly<Record<string, string | undefined>>,
) => CaseAnswer;

type Body = CaseAnswer["body"];
type Minor = "unknownobject" | "invalid_uuid" | "invalid_sort_field" | "invalid_selection_field";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const limitUsual = 100;
const limitMax = 1_000;

/** Shelves of the standard on which nothing of ours stands. */
const empty = ["CFAssociationGroupings", "CFConcepts", "CFSubjects"];

/** @param path below the provider's address, e.g. `CFItems/<id>` */
export function caseProvider(packages: readonly CasePackage[], origin: string): CaseProvider {
  const documents = packages.map((one) => withPackage(one, origin));
  const shelves = shelvesOf(packages, documents);
  return (path, asks) => {
    const [shelf = "", id, ...rest] = path.split("/").filter(Boolean);
    if (shelf === "CFDocuments" && id === undefined) return listed(documents, asks);
    const things = shelves.get(shelf);
    if (things === undefined || id === undefined || rest.length > 0)
      return failure(404, "unknownobject");
    if (!uuid.test(id)) return failure(400, "invalid_uuid");
    const body = things.get(id);
    return body === undefined ? failure(404, "unknownobject") : { status: 200, body };
  };
}

/** A document as it is told by itself names the package that it comes in. */
function withPackage({ CFDocument }: CasePackage, origin: string): Body {
  const { title, identifier } = CFDocument;
  const uri = `${origin}${caseBase}/CFPackages/${identifier}`;
  return { ...CFDocument, CFPackageURI: { title, identifier, uri } };
}

function shelvesOf(packages: readonly CasePackage[], documents: readonly Body[]) {
  const shelves = new Map<string, Map<string, Body>>(empty.map((name) => [name, new Map()]));
  const put = (shelf: string, id: string, body: object) => {
    const things = shelves.get(shelf) ?? new Map<string, Body>();
    shelves.set(shelf, things.set(id, body as Body));
  };
  packages.forEach((one, at) => {
    const { CFDocument, CFItems, CFAssociations, CFDefinitions, CFRubrics } = one;
    const { title, identifier, uri } = CFDocument;
    const CFDocumentURI: CaseLink = { title, identifier, uri };
    put("CFDocuments", identifier, documents[at]!);
    put("CFPackages", identifier, one);
    for (const item of CFItems) {
      const told = { ...item, CFDocumentURI };
      const own = CFAssociations.filter(({ originNodeURI, destinationNodeURI }) =>
        [originNodeURI, destinationNodeURI].some((node) => node.identifier === item.identifier),
      );
      put("CFItems", item.identifier, told);
      put("CFItemAssociations", item.identifier, { CFItem: told, CFAssociations: own });
    }
    for (const association of CFAssociations)
      put("CFAssociations", association.identifier, { ...association, CFDocumentURI });
    for (const type of CFDefinitions.CFItemTypes)
      put("CFItemTypes", type.identifier, { CFItemTypes: [type] });
    for (const license of CFDefinitions.CFLicenses) put("CFLicenses", license.identifier, license);
    // The standard has no call for a part of a rubric: its address answers with the whole.
    for (const rubric of CFRubrics)
      for (const part of partsOf(rubric)) put("CFRubrics", part, rubric);
  });
  return shelves;
}

function partsOf({ identifier, CFRubricCriteria }: CaseRubric): readonly string[] {
  const inside = CFRubricCriteria.flatMap((criterion) => [
    criterion.identifier,
    ...criterion.CFRubricCriterionLevels.map((level) => level.identifier),
  ]);
  return [identifier, ...inside];
}

const whole = (text: string | undefined, usual: number): number | null => {
  if (text === undefined) return usual;
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
};

function listed(documents: readonly Body[], asks: Readonly<Record<string, string | undefined>>) {
  const { sort = "identifier", orderBy = "asc", fields, filter } = asks;
  const limit = whole(asks["limit"], limitUsual);
  const offset = whole(asks["offset"], 0);
  const known = new Set(documents.flatMap((one) => Object.keys(one)));
  // To pass over a filter would tell what was not asked for.
  if (limit === null || limit < 1 || offset === null || filter !== undefined)
    return failure(400, "invalid_selection_field");
  const isText = documents.every((one) => typeof one[sort] === "string");
  if (!isText || !["asc", "desc"].includes(orderBy)) return failure(400, "invalid_sort_field");
  const chosen = fields?.split(",").map((field) => field.trim());
  if (chosen?.some((field) => !known.has(field))) return failure(400, "invalid_selection_field");
  const sign = orderBy === "asc" ? 1 : -1;
  const textOf = (one: Body) => String(one[sort]);
  const sorted = documents.toSorted((a, b) =>
    textOf(a) === textOf(b) ? 0 : textOf(a) < textOf(b) ? -sign : sign,
  );
  const part = sorted.slice(offset, offset + Math.min(limit, limitMax));
  const told = part.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([name]) => chosen?.includes(name) ?? true)),
  );
  return { status: 200, body: { CFDocuments: told }, total: documents.length } as const;
}

function failure(status: 400 | 404, minor: Minor): CaseAnswer {
  const field = { imsx_codeMinorFieldName: "sourcedId", imsx_codeMinorFieldValue: minor };
  const body = {
    imsx_codeMajor: "failure",
    imsx_severity: "error",
    imsx_description: minor,
    imsx_codeMinor: { imsx_codeMinorField: [field] },
  };
  return { status, body };
}

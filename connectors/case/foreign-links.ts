import { uuidv5 } from "./identifiers.ts";
import { namingOf } from "./naming.ts";
import type { ForeignFramework } from "./read-package.ts";

/** How an item of others lies to a competency of ours. */
export interface ForeignLink {
  readonly item: string;
  readonly competency: string;
  readonly relation: "exact" | "broad" | "narrow";
}

/**
 * Our mapping to a framework of others as a CFPackage: associations between addresses, and none of
 * its texts. Ids are made of what is linked, so that the same mapping is the same package.
 */
export function foreignLinks(
  foreign: Omit<ForeignFramework, "kept">,
  links: readonly ForeignLink[],
  of: {
    readonly version: string;
    readonly changedOn: string;
    readonly names: ReadonlyMap<string, string>;
    readonly origin: string;
  },
) {
  const naming = namingOf(of, "en", of.origin);
  const space = naming.thing("document", "framework", "CFDocuments").identifier;
  const lastChangeDateTime = `${of.changedOn}T00:00:00Z`;
  const thing = (name: string, shelf: string) => {
    const identifier = uuidv5(space, name);
    return {
      identifier,
      uri: `${of.origin}/ims/case/v1p1/${shelf}/${identifier}`,
      lastChangeDateTime,
    };
  };
  const items = new Map(foreign.items.map((one) => [one.identifier, one]));
  return {
    CFDocument: {
      ...thing(`mapping ${foreign.identifier}`, "CFDocuments"),
      caseVersion: "1.1",
      creator: "Echelon",
      title: `Echelon ${of.version}: mapping to ${foreign.identifier}`,
      language: "en",
      version: of.version,
      adoptionStatus: "Draft",
    },
    CFAssociations: links.flatMap(({ item, competency, relation }, at) => {
      const found = items.get(item);
      if (found === undefined) return [];
      return [
        {
          ...thing(`mapping ${competency} ${item}`, "CFAssociations"),
          associationType: relation === "exact" ? "exactMatchOf" : "isRelatedTo",
          sequenceNumber: at + 1,
          originNodeURI: naming.link(
            "item",
            competency,
            "CFItems",
            of.names.get(competency) ?? competency,
          ),
          destinationNodeURI: {
            title: found.code ?? item,
            identifier: item,
            uri: found.uri ?? item,
          },
          notes: relation,
        },
      ];
    }),
  };
}

import type { FrameworkView } from "@echelon/contract/assessment/framework.ts";
import type { CaseAssociation, CaseLink } from "./case-shapes.ts";
import type { Naming } from "./naming.ts";

type Draft = Pick<
  CaseAssociation,
  "associationType" | "originNodeURI" | "destinationNodeURI" | "sequenceNumber"
>;

/** How the things of a framework lie to each other, to its translation and to other standards. */
export function associationsOf(
  view: FrameworkView,
  naming: Naming,
  title: string,
): readonly CaseAssociation[] {
  const document = naming.link("document", "framework", "CFDocuments", title);
  const drafts = [
    ...hierarchy(view, naming, document),
    ...ladder(view, naming),
    ...translations(view, naming),
    ...heirs(view, naming),
    ...matches(view, naming),
  ];
  const isOf = ({ associationType, originNodeURI, destinationNodeURI }: Draft) =>
    `${associationType}/${originNodeURI.identifier}/${destinationNodeURI.identifier}`;
  return drafts.map((draft) => ({
    ...naming.thing("association", isOf(draft), "CFAssociations"),
    ...draft,
  }));
}

function linksOf({ language, link }: Naming) {
  return ({ id, name }: { readonly id: string; readonly name: Record<"zh" | "en", string> }) =>
    link("item", id, "CFItems", name[language]);
}

function hierarchy(view: FrameworkView, naming: Naming, document: CaseLink): readonly Draft[] {
  const linkOf = linksOf(naming);
  const areas = new Map(view.areas.map((area) => [area.id, linkOf(area)]));
  const echelons = new Map(view.echelons.map((echelon) => [echelon.id, linkOf(echelon)]));
  const tops = [...view.echelons, ...view.areas].map((top, at) => ({
    associationType: "isChildOf" as const,
    sequenceNumber: at + 1,
    originNodeURI: linkOf(top),
    destinationNodeURI: document,
  }));
  const leaves = view.competencies.flatMap((one, at) => [
    {
      associationType: "isChildOf" as const,
      sequenceNumber: at + 1,
      originNodeURI: linkOf(one),
      destinationNodeURI: areas.get(one.area)!,
    },
    {
      associationType: "isPartOf" as const,
      sequenceNumber: at + 1,
      originNodeURI: linkOf(one),
      destinationNodeURI: echelons.get(one.echelon)!,
    },
  ]);
  return [...tops, ...leaves];
}

/** Whoever stands on an echelon has come over the one before. */
function ladder({ echelons }: FrameworkView, naming: Naming): readonly Draft[] {
  const linkOf = linksOf(naming);
  return echelons.slice(1).map((echelon, at) => ({
    associationType: "precedes" as const,
    sequenceNumber: at + 1,
    originNodeURI: linkOf(echelons[at]!),
    destinationNodeURI: linkOf(echelon),
  }));
}

function translations(view: FrameworkView, naming: Naming): readonly Draft[] {
  const other = naming.elsewhere({ language: naming.language === "zh" ? "en" : "zh" });
  const all = [...view.echelons, ...view.areas, ...view.competencies];
  return all.map((one, at) => ({
    associationType: "isTranslationOf" as const,
    sequenceNumber: at + 1,
    originNodeURI: linksOf(naming)(one),
    destinationNodeURI: linksOf(other)(one),
  }));
}

/** A competency that was renamed or split: the old one is replaced by the new. */
function heirs({ competencies }: FrameworkView, naming: Naming): readonly Draft[] {
  return competencies.flatMap((one) =>
    one.supersedes.map((old, at) => {
      const [id = "", version = ""] = old.split("@");
      const before = naming.elsewhere({ version });
      return {
        associationType: "replacedBy" as const,
        sequenceNumber: at + 1,
        originNodeURI: before.link("item", id, "CFItems", old),
        destinationNodeURI: linksOf(naming)(one),
      };
    }),
  );
}

/** What other standards call it; what nobody has read does not go out as a fact. */
function matches({ competencies }: FrameworkView, naming: Naming): readonly Draft[] {
  return competencies.flatMap((one) =>
    one.mappings
      .filter(({ verified }) => verified)
      .map(({ standard, code, title, relation, source }, at) => ({
        associationType:
          relation === "exact" ? ("exactMatchOf" as const) : ("isRelatedTo" as const),
        sequenceNumber: at + 1,
        originNodeURI: linksOf(naming)(one),
        destinationNodeURI: {
          title: title?.[naming.language] ?? code,
          identifier: `${standard}/${code}`,
          uri: source ?? code,
          targetType: `ext:${standard}`,
        },
      })),
  );
}

import type { FrameworkView } from "@echelon/contract/assessment/framework.ts";
import { ruleLine } from "@echelon/contract/assessment/measure-figure.ts";
import { associationsOf } from "./associations.ts";
import type {
  CaseDocument,
  CaseItem,
  CaseItemType,
  CaseLicense,
  CasePackage,
  CaseRubric,
} from "./case-shapes.ts";
import { type Naming, namingOf } from "./naming.ts";

interface CaseOptions {
  readonly language: "zh" | "en";
  /** Address of the installation that gives these things, without a slash at its end. */
  readonly origin: string;
}

const license = "Apache-2.0";

const words = {
  zh: {
    title: "跨境电商人才能力框架",
    about: "三个梯队、八类岗位的能力点，每个能力点都有由实训数据检验的证据规则。",
    types: { echelon: "梯队", area: "领域", competency: "能力点" },
  },
  en: {
    title: "Competency framework for cross-border e-commerce",
    about:
      "What a person can do, for eight roles and three echelons, each with a rule of evidence.",
    types: { echelon: "Echelon", area: "Area", competency: "Competency" },
  },
} as const;

type ItemKind = keyof typeof words.zh.types;

/** The framework as one CFPackage of CASE 1.1, in one language. */
export function casePackage(view: FrameworkView, options: CaseOptions): CasePackage {
  const naming = namingOf(view, options.language, options.origin);
  const document = documentOf(view, naming);
  return {
    CFDocument: document,
    CFItems: itemsOf(view, naming),
    CFAssociations: associationsOf(view, naming, document.title),
    CFDefinitions: { CFItemTypes: typesOf(naming), CFLicenses: [licenseOf(naming)] },
    CFRubrics: rubricsOf(view, naming),
  };
}

function documentOf(view: FrameworkView, naming: Naming): CaseDocument {
  const { title, about } = words[naming.language];
  return {
    ...naming.thing("document", "framework", "CFDocuments"),
    caseVersion: "1.1",
    creator: "Echelon",
    title,
    description: about,
    language: naming.language,
    version: view.version,
    // Thresholds are start values until a first cohort has been measured.
    adoptionStatus: view.version.startsWith("0.") ? "Draft" : "Adopted",
    licenseURI: naming.link("license", license, "CFLicenses", license),
  };
}

function itemsOf(view: FrameworkView, naming: Naming): readonly CaseItem[] {
  const { language } = naming;
  const item = (kind: ItemKind, id: string, statement: string, levels: readonly string[]) => ({
    ...naming.thing("item", id, "CFItems"),
    fullStatement: statement,
    humanCodingScheme: id,
    CFItemType: words[language].types[kind],
    CFItemTypeURI: naming.link("item-type", kind, "CFItemTypes", words[language].types[kind]),
    language,
    educationLevel: levels,
  });
  return [
    ...view.echelons.map(({ id, name }) => item("echelon", id, name[language], [id])),
    ...view.areas.map(({ id, name }) => item("area", id, name[language], [])),
    ...view.competencies.map((one) => ({
      ...item("competency", one.id, one.name[language], [one.echelon]),
      notes: ruleLine(one.rule, language),
    })),
  ];
}

function typesOf(naming: Naming): readonly CaseItemType[] {
  const types = words[naming.language].types;
  return (["echelon", "area", "competency"] as const).map((kind, at) => ({
    ...naming.thing("item-type", kind, "CFItemTypes"),
    title: types[kind],
    description: types[kind],
    hierarchyCode: String(at + 1),
  }));
}

function licenseOf(naming: Naming): CaseLicense {
  return {
    ...naming.thing("license", license, "CFLicenses"),
    title: license,
    licenseText: "https://www.apache.org/licenses/LICENSE-2.0",
  };
}

function rubricsOf(view: FrameworkView, naming: Naming): readonly CaseRubric[] {
  const { language } = naming;
  return view.competencies.flatMap(({ id, name, anchors }) => {
    if (anchors === null) return [];
    const rubric = naming.thing("rubric", id, "CFRubrics");
    const criterion = naming.thing("criterion", id, "CFRubrics");
    const levels = anchors.map((anchor, score) => ({
      ...naming.thing("level", `${id}/${score}`, "CFRubrics"),
      description: anchor[language],
      quality: view.marks[score]![language],
      score,
      position: score + 1,
      rubricCriterionId: criterion.identifier,
    }));
    const only = {
      ...criterion,
      description: name[language],
      CFItemURI: naming.link("item", id, "CFItems", name[language]),
      weight: 1,
      position: 1,
      rubricId: rubric.identifier,
      CFRubricCriterionLevels: levels,
    };
    return [{ ...rubric, title: name[language], CFRubricCriteria: [only] }];
  });
}

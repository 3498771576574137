/** What a CFPackage of CASE 1.1 holds of what we write; names are the standard's. */
export interface CaseLink {
  readonly title: string;
  readonly identifier: string;
  readonly uri: string;
}

interface CaseThing {
  readonly identifier: string;
  readonly uri: string;
  readonly lastChangeDateTime: string;
}

export interface CaseDocument extends CaseThing {
  readonly caseVersion: "1.1";
  readonly creator: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly version: string;
  readonly adoptionStatus: "Draft" | "Adopted";
  readonly licenseURI: CaseLink;
}

export interface CaseItem extends CaseThing {
  readonly fullStatement: string;
  readonly humanCodingScheme: string;
  readonly CFItemType: string;
  readonly CFItemTypeURI: CaseLink;
  readonly language: string;
  readonly educationLevel: readonly string[];
  readonly notes?: string;
}

export interface CaseAssociation extends CaseThing {
  readonly associationType:
    | "isChildOf"
    | "isPartOf"
    | "precedes"
    | "exactMatchOf"
    | "isRelatedTo"
    | "replacedBy"
    | "isTranslationOf";
  readonly sequenceNumber: number;
  readonly originNodeURI: CaseLink;
  readonly destinationNodeURI: CaseLink & { readonly targetType?: string };
}

interface CaseLevel extends CaseThing {
  readonly description: string;
  readonly quality: string;
  readonly score: number;
  readonly position: number;
  readonly rubricCriterionId: string;
}

interface CaseCriterion extends CaseThing {
  readonly description: string;
  readonly CFItemURI: CaseLink;
  readonly weight: number;
  readonly position: number;
  readonly rubricId: string;
  readonly CFRubricCriterionLevels: readonly CaseLevel[];
}

export interface CaseRubric extends CaseThing {
  readonly title: string;
  readonly CFRubricCriteria: readonly CaseCriterion[];
}

export interface CaseItemType extends CaseThing {
  readonly title: string;
  readonly description: string;
  readonly hierarchyCode: string;
}

export interface CaseLicense extends CaseThing {
  readonly title: string;
  readonly licenseText: string;
}

export interface CasePackage {
  readonly CFDocument: CaseDocument;
  readonly CFItems: readonly CaseItem[];
  readonly CFAssociations: readonly CaseAssociation[];
  readonly CFDefinitions: {
    readonly CFItemTypes: readonly CaseItemType[];
    readonly CFLicenses: readonly CaseLicense[];
  };
  readonly CFRubrics: readonly CaseRubric[];
}

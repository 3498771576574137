import type { BothTexts } from "./issue.ts";

/** What a certificate says in words; frozen at its issue. */
export interface CertificateFacts {
  readonly role: BothTexts;
  readonly echelon: BothTexts;
  readonly about: BothTexts;
  readonly frameworkVersion: string;
  /** Shown competencies, and pieces of evidence that counted. */
  readonly competencies: number;
  readonly pieces: number;
}

export function certificateName({ role, echelon }: CertificateFacts): BothTexts {
  return { zh: `${role.zh} · ${echelon.zh}`, en: `${role.en} · ${echelon.en}` };
}

export function certificateAbout({ about }: CertificateFacts): BothTexts {
  return { zh: `${about.zh}。`, en: `${about.en}.` };
}

/** How it is earned. */
export function certificateCriteria(facts: CertificateFacts): BothTexts {
  const { frameworkVersion: version, competencies, pieces } = facts;
  return {
    zh:
      `按能力框架 ${version} 版认定：${competencies} 项能力点达标，计入 ${pieces} 条证据。` +
      "证据来自实训市场、考试与两名评分人的评分；由学校与企业共同签发。",
    en:
      `Decided by version ${version} of the competency framework: ${competencies} competencies ` +
      `shown, ${pieces} pieces of evidence counted. The evidence comes from the practice market, ` +
      "exams and the marks of two raters; a school and an enterprise sign it together.",
  };
}

/** What an endorser vouches for. */
export const endorsementWords: BothTexts = {
  zh: "本机构参与认定，确认此证书。",
  en: "We took part in the assessment and confirm this certificate.",
};

export const decisionEvidence: BothTexts = {
  zh: "计入认定的全部证据",
  en: "All evidence that counted",
};

export const seasonEvidence: BothTexts = {
  zh: "可重算的实训赛季",
  en: "A practice season that can be played again",
};

export const transcriptName: BothTexts = { zh: "学习成果总览", en: "Record of achievements" };

/** Why all that a key signed is to be revoked. */
export const compromisedReason: BothTexts = {
  zh: "签发密钥泄露",
  en: "The key that signed it was stolen",
};

import type { VerifiedView } from "@echelon/contract/exchange/credentials.ts";

/** What a printed portfolio says beside what the certificates say, in both languages. */
export const portfolioWords = {
  title: { zh: "证书", en: "Certificates" },
  of: { zh: "持有人", en: "Holder" },
  verdict: { zh: "核验结果", en: "Checked" },
  issuer: { zh: "颁发者", en: "Issued by" },
  endorsers: { zh: "背书者", en: "Endorsed by" },
  from: { zh: "生效日期", en: "In force from" },
  until: { zh: "有效期至", en: "In force until" },
  noEnd: { zh: "长期有效", en: "without end" },
  competencies: { zh: "达标能力点", en: "Competencies shown" },
  check: {
    zh: "纸上的内容以网页为准：打开下面的地址，可随时核验是否仍然有效。该地址开放至",
    en:
      "The page counts, not the paper: the address below says at any time whether they still " +
      "hold. It is open until",
  },
} as const;

export const verdictWords: Readonly<
  Record<VerifiedView["verdict"], { readonly zh: string; readonly en: string }>
> = {
  "not-a-badge": { zh: "不是证书", en: "no certificate" },
  "not-genuine": { zh: "不真实", en: "not genuine" },
  unproved: { zh: "未能证明", en: "not proved" },
  revoked: { zh: "已撤销", en: "revoked" },
  "not-yet-valid": { zh: "尚未生效", en: "not in force yet" },
  expired: { zh: "已过期", en: "expired" },
  "status-unknown": { zh: "是否撤销未知", en: "unknown whether revoked" },
  "member-not-valid": { zh: "其中部分无效", en: "part of it does not hold" },
  "issuer-unknown": { zh: "真实", en: "genuine" },
  valid: { zh: "有效", en: "valid" },
};

import type { PostingRecord } from "@echelon/contract/planning/posting-record.ts";
import { plainText, plainTitle } from "@echelon/kernel/planning/demand/plain.ts";
import { textHash } from "@echelon/kernel/planning/demand/text-hash.ts";
import type { PostingTable } from "./store/schema.ts";

/** An enterprise's name as it is hashed: its legal form and blanks do not tell two apart. */
export function plainEnterprise(name: string): string {
  return plainText(name)
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .replace(/(有限责任公司|有限公司|公司)$/, "");
}

/** What stands for a posting when doubles are looked for. */
export function doubleKeys(record: PostingRecord, enterpriseHash: string | null) {
  const title = plainTitle(record.title) || plainText(record.title);
  const city = record.city ?? plainText(record.citySaid);
  const owner = enterpriseHash ?? `?${title}`;
  return {
    block: `${owner}|${city}`.slice(0, 400),
    title_key: title,
    text_hash: textHash(record.description),
  };
}

/** A record as its import keeps it, not yet classified. */
export function postingRow(
  record: PostingRecord,
  {
    hash,
    ...place
  }: {
    readonly id: string;
    readonly import_id: string;
    readonly organisation_id: string;
    readonly source_id: string;
    readonly hash: (enterprise: string) => string;
  },
): PostingTable {
  const name = plainEnterprise(record.enterprise);
  const enterprise_hash = name === "" ? null : hash(name);
  return {
    ...place,
    row_number: record.row,
    source_key: record.sourceKey,
    posted_on: record.postedOn,
    closed_on: record.closedOn,
    title: record.title,
    description: record.description,
    enterprise_hash,
    enterprise_size: record.enterpriseSize,
    city_said: record.citySaid,
    city: record.city,
    salary_said: record.salarySaid,
    salary_min_minor: record.salaryMinMinor === null ? null : BigInt(record.salaryMinMinor),
    salary_max_minor: record.salaryMaxMinor === null ? null : BigInt(record.salaryMaxMinor),
    salary_per: record.salaryPer,
    pay_months: record.payMonths,
    years_min: record.yearsMin,
    education: record.education,
    openings: record.openings,
    language: record.language,
    flags: [...record.flags],
    ...doubleKeys(record, enterprise_hash),
    ...unclassified,
  };
}

const unclassified = {
  group_id: null,
  group_size: null,
  windows: null,
  gate_score: null,
  is_relevant: null,
  role: null,
  second_role: null,
  echelon_points: null,
  echelon: null,
  competencies: null,
  confidence_ppm: null,
  is_queued: false,
  reasons: null,
  model_version: null,
} satisfies Partial<PostingTable>;

/** The record behind a row, for samples; who offers it is not told. */
export function recordOf(row: PostingTable): Omit<PostingRecord, "enterprise" | "description"> {
  const yuan = (minor: bigint | null) => (minor === null ? null : Number(minor));
  return {
    row: row.row_number,
    sourceKey: row.source_key,
    postedOn: row.posted_on,
    closedOn: row.closed_on,
    title: row.title,
    enterpriseSize: row.enterprise_size,
    citySaid: row.city_said,
    city: row.city,
    salarySaid: row.salary_said,
    salaryMinMinor: yuan(row.salary_min_minor),
    salaryMaxMinor: yuan(row.salary_max_minor),
    salaryPer: row.salary_per as PostingRecord["salaryPer"],
    payMonths: row.pay_months,
    yearsMin: row.years_min,
    education: row.education as PostingRecord["education"],
    openings: row.openings,
    language: row.language,
    flags: row.flags as PostingRecord["flags"],
  };
}

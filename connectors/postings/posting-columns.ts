import { type PostingField, postingFields } from "@echelon/contract/planning/posting-limits.ts";
import { columnsByAlias, plainHeading } from "../header.ts";

/** What sources call their columns; compared as `plainHeading` has them. */
export const postingAliases: Readonly<Record<PostingField, readonly string[]>> = {
  title: ["title", "jobtitle", "position", "职位", "职位名称", "岗位", "岗位名称", "招聘职位"],
  description: [
    "description",
    "jobdescription",
    "duties",
    "职位描述",
    "岗位描述",
    "岗位职责",
    "职位信息",
    "任职要求",
  ],
  enterprise: [
    "company",
    "companyname",
    "enterprise",
    "employer",
    "公司",
    "公司名称",
    "企业名称",
    "单位名称",
    "用人单位",
  ],
  city: ["city", "location", "workplace", "城市", "工作城市", "工作地点", "地点", "所在城市"],
  salary: ["salary", "pay", "wage", "薪资", "薪酬", "工资", "月薪", "薪资范围", "薪资待遇"],
  experience: ["experience", "yearsofexperience", "经验", "工作经验", "工作年限", "经验要求"],
  education: ["education", "degree", "学历", "学历要求", "最低学历"],
  openings: [
    "openings",
    "headcount",
    "vacancies",
    "positions",
    "人数",
    "招聘人数",
    "需求人数",
    "岗位数",
  ],
  postedOn: [
    "postedon",
    "posteddate",
    "published",
    "updatedat",
    "date",
    "发布日期",
    "发布时间",
    "更新时间",
    "登记日期",
  ],
  closedOn: ["closedon", "closeddate", "deadline", "expires", "截止日期", "截止时间", "下线时间"],
  sourceKey: ["id", "jobid", "postingid", "编号", "职位编号", "岗位编号"],
  enterpriseSize: ["companysize", "employees", "公司规模", "企业规模", "规模"],
};

/** Which column each field is read from, by place. */
export type PostingColumns = ReadonlyMap<PostingField, number>;

/** By what somebody said, and for the rest by the names that are known. */
export function postingColumns(
  headings: readonly string[],
  mapping: Readonly<Partial<Record<PostingField, string>>>,
): PostingColumns {
  const known = columnsByAlias<PostingField>(headings, postingAliases);
  const plain = headings.map(plainHeading);
  const columns = new Map<PostingField, number>();
  for (const field of postingFields) {
    const said = mapping[field];
    const at = said === undefined ? known.get(field) : plain.indexOf(plainHeading(said));
    // An empty heading says that the field is in no column.
    if (at !== undefined && at !== -1 && said !== "") columns.set(field, at);
  }
  return columns;
}

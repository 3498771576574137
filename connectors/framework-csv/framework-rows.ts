import type { CompetencyView, FrameworkView } from "@echelon/contract/assessment/framework.ts";
import { ruleLine } from "@echelon/contract/assessment/measure-figure.ts";

const headings = [
  "version",
  "id",
  "area",
  "area_zh",
  "area_en",
  "echelon",
  "name_zh",
  "name_en",
  "roles",
  "courses",
  "event",
  "measure",
  "op",
  "threshold",
  "min_count",
  "by",
  "rule_zh",
  "rule_en",
  "onet",
  "onet_verified",
  "esco_term",
  "esco_verified",
  "mappings",
  "mappings_not_verified",
  ...[0, 1, 2, 3, 4].flatMap((mark) => [`mark_${mark}_zh`, `mark_${mark}_en`]),
] as const;

/** The framework as a table, the headings first. */
export function frameworkRows(view: FrameworkView): readonly (readonly string[])[] {
  return [headings, ...view.competencies.map((one) => rowOf(one, view))];
}

function rowOf(one: CompetencyView, view: FrameworkView): readonly string[] {
  const { id, area, echelon, name, roles, courses, rule, anchors, mappings } = one;
  const areaName = view.areas.find((each) => each.id === area)?.name;
  const home = view.roles.find((each) => each.id === roles[0]);
  const onet = (home?.mappings ?? []).filter(({ standard }) => standard === "onet");
  const named = (isVerified: boolean) =>
    mappings
      .filter(({ verified }) => verified === isVerified)
      .map(({ standard, code, relation }) => `${standard} ${code} ${relation}`)
      .join("; ");
  return [
    view.version,
    id,
    area,
    areaName?.zh ?? "",
    areaName?.en ?? "",
    echelon,
    name.zh,
    name.en,
    roles.join(" "),
    courses.join(" "),
    rule.event,
    rule.measure,
    rule.op,
    String(rule.threshold),
    String(rule.minCount),
    rule.by,
    ruleLine(rule, "zh"),
    ruleLine(rule, "en"),
    onet.map(({ code }) => code).join(" "),
    onet.map(({ verified }) => (verified ? "yes" : "no")).join(" "),
    home?.escoTerm ?? "",
    "no",
    named(true),
    named(false),
    ...[0, 1, 2, 3, 4].flatMap((mark) => {
      const anchor = anchors?.[mark];
      return [anchor?.zh ?? "", anchor?.en ?? ""];
    }),
  ];
}

import { measureFigure } from "@echelon/contract/assessment/measure-figure.ts";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import type { Competency } from "./framework-map.ts";

/** A rule of evidence as a sentence. */
export function RuleText({ rule }: { rule: Competency["rule"] }) {
  const { t } = useTranslation("framework");
  const format = useFormat();
  const facts = {
    measure: format.name(rule.measureName),
    figure: measureFigure(rule.unit, rule.threshold),
    events: rule.minCount,
    event: format.name(rule.eventName),
  };
  return <>{rule.op === ">=" ? t("rule.least", { ...facts }) : t("rule.most", { ...facts })}</>;
}

import { measureFigure } from "@echelon/contract/assessment/measure-figure.ts";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import { isPracticed, piecesMissing, type Seen } from "./standing.ts";

/** What is missing to the next level, plainly; nothing where it is mastered. */
export function MissingText({ one, standing, level }: Seen) {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  const { rule } = one;
  const facts = {
    events: rule.minCount,
    event: format.name(rule.eventName),
    figure: measureFigure(rule.unit, rule.threshold),
  };
  if (!isPracticed(one) && standing === undefined) {
    // Where every mark says what one can see, a teacher may ask for work that raters mark.
    return <>{t(one.anchors === null ? "missing.unpracticed" : "missing.marked")}</>;
  }
  if (level === "mastered") return null;
  if (standing === undefined) return <>{t("missing.nothing", { ...facts })}</>;
  const count = piecesMissing(standing);
  if (count > 0) return <>{t("missing.pieces", { count, ...facts })}</>;
  if (level === "too-little-seen") return <>{t("missing.more", { ...facts })}</>;
  return rule.op === ">=" ? (
    <>{t("missing.least", { ...facts })}</>
  ) : (
    <>{t("missing.most", { ...facts })}</>
  );
}

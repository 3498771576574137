import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import type { Exam } from "./exam-types.ts";

/** An exam in a line: how long, how much, when. */
export function ExamFigures({ of }: { of: Exam }) {
  const { t } = useTranslation("exams");
  const format = useFormat();
  const facts = [
    t(`kinds.${of.kind}`),
    t("minutes", { count: of.minutes }),
    of.kind === "theory"
      ? t("questions", { count: of.questions })
      : t("units", { count: of.questions }),
    t("points", { count: of.points }),
    t("pass", { percent: of.passingPercent }),
    of.opensAt === null ? "" : t("opens", { time: format.dateTime(of.opensAt) }),
    of.closesAt === null ? "" : t("closes", { time: format.dateTime(of.closesAt) }),
    of.extraMinutes === 0 ? "" : t("extraForAll", { count: of.extraMinutes }),
  ];
  return <>{facts.filter(Boolean).join(" · ")}</>;
}

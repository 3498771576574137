import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import type { LessonCard } from "./course-types.ts";
import { isOverdue, todayHere } from "./next-step.ts";

/** When a lesson is due in the class, and whether that is over. */
export function WhenText({ of }: { of: Pick<LessonCard, "week" | "dueOn" | "isRead"> }) {
  const { t } = useTranslation("courses");
  const format = useFormat();
  const parts = [
    of.week === null ? null : t("week", { week: of.week }),
    of.dueOn === null ? null : t("due", { date: format.date(of.dueOn) }),
  ].filter((part) => part !== null);
  return (
    <>
      {parts.length === 0 ? null : <span className="soft">{parts.join(" · ")}</span>}{" "}
      {isOverdue(of, todayHere()) ? <span className="badge badge-warn">{t("overdue")}</span> : null}
    </>
  );
}

import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import type { Assignment } from "./rating-types.ts";

/** The day by which work is due; it is a wish, and what closes is the teacher's hand. */
export function DueText({ of }: { of: Assignment }) {
  const { t } = useTranslation("assignments");
  const format = useFormat();
  return <>{of.dueOn === null ? t("noDue") : t("due", { date: format.date(of.dueOn) })}</>;
}

import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import type { Appeal } from "./appeal-types.ts";

const badges = {
  open: "badge-warn",
  upheld: "badge-good",
  dismissed: "",
  withdrawn: "",
} as const;

/** How far an appeal is: its step, its state, and by when it is to be answered. */
export function AppealMarks({ of }: { of: Appeal }) {
  const { t } = useTranslation("appeals");
  const format = useFormat();
  const due = format.date(of.dueOn);
  return (
    <span className="appeal-marks">
      {of.step === 2 ? <span className="badge">{t("step.2")}</span> : null}
      <span className={`badge ${badges[of.state]}`}>{t(`states.${of.state}`)}</span>
      {of.state !== "open" ? null : of.isOverdue ? (
        <span className="badge badge-bad">{t("late", { date: due })}</span>
      ) : (
        <span className="soft">{t("due", { date: due })}</span>
      )}
    </span>
  );
}

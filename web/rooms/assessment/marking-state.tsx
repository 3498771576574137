import { useTranslation } from "react-i18next";
import type { Assignment } from "./rating-types.ts";

const steps = ["waiting", "apart", "withoutThird", "ready"] as const;
const toneOf = { waiting: "", apart: "", withoutThird: "warn", ready: "good" } as const;

/** How far a marking has come; a step that nothing is at is not shown. */
export function MarkingState({ of }: { of: NonNullable<Assignment["marking"]> }) {
  const { t } = useTranslation("assignments");
  return (
    <>
      <dl className="marking-counts">
        {steps
          .filter((step) => of[step] > 0)
          .map((step) => (
            <div key={step}>
              <dt>{t(`marking.${step}`)}</dt>
              <dd className={toneOf[step]}>{of[step]}</dd>
            </div>
          ))}
      </dl>
      {of.withoutThird > 0 ? <p className="hint">{t("inviteThird")}</p> : null}
    </>
  );
}

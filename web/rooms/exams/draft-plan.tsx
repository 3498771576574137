import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Notice } from "../../parts/notice.tsx";
import { Card, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import type { Exam } from "./exam-types.ts";
import { PlanForm } from "./plan-form.tsx";
import { fieldsOf, planOf } from "./plan.ts";

/** Whether the banks can fill the blueprint, section by section. */
function Fitting({ of }: { of: Exam }) {
  const { t } = useTranslation("exams");
  if (of.plan.kind === "practical") return null;
  const { sections } = of.plan;
  return (
    <Card title={t("fitting.title")} note={of.short === null ? t("fitting.good") : undefined}>
      <ul className="effects">
        {sections.map((section, at) => (
          <li key={at} className={(of.fitting[at] ?? 0) < section.questions ? "bad" : ""}>
            {t("fitting.row", {
              name: section.name === "" ? t("plan.section", { at: at + 1 }) : section.name,
              wanted: section.questions,
              fitting: of.fitting[at] ?? 0,
            })}
          </li>
        ))}
      </ul>
      {of.short === null ? null : (
        <p className="problem">
          {t("fitting.short", {
            name:
              of.short.name === ""
                ? t("plan.section", { at: of.short.section + 1 })
                : of.short.name,
            wanted: of.short.wanted,
            reached: of.short.reached,
          })}
        </p>
      )}
    </Card>
  );
}

/** The plan of an exam that nobody has seen yet. */
export function DraftPlan({ of }: { of: Exam }) {
  const { t } = useTranslation("exams");
  const [isKept, setKept] = useState(false);
  const act = useAct("PUT /assessment/exams/:exam", [
    "GET /assessment/exams/:exam",
    "GET /assessment/classes/:class/exams",
  ]);
  return (
    <>
      <Fitting of={of} />
      <PlanForm first={fieldsOf(of.plan)} of={of.class} isNew={false}>
        {(fields, missing) => (
          <>
            {act.error === null ? null : <Problem error={act.error} />}
            <div className="row">
              <ReasonButton
                reason={missing}
                loading={act.isPending}
                onClick={() =>
                  act.mutate(
                    { where: { exam: of.id }, body: planOf(fields) },
                    { onSuccess: () => setKept(true) },
                  )
                }
              >
                {t("plan.keep")}
              </ReasonButton>
            </div>
          </>
        )}
      </PlanForm>
      {isKept ? <Notice onClose={() => setKept(false)}>{t("plan.kept")}</Notice> : null}
    </>
  );
}

import "./exams.css";
import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { PageHead, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { useFormat } from "../../text/format.ts";
import { PlanForm } from "./plan-form.tsx";
import { emptyPlan, planOf } from "./plan.ts";

/** A new exam of a class; it is a draft until it is opened. */
export default function NewExam() {
  const { t } = useTranslation("exams");
  const of = usePlace("class");
  const { language } = useFormat();
  const navigate = useNavigate();
  const act = useAct("POST /assessment/classes/:class/exams", [
    "GET /assessment/classes/:class/exams",
  ]);
  return (
    <>
      <PageHead title={t("new")} text={t("newText")}>
        <Button component={Link} to={`/classes/${of}/people?tab=exams`} variant="default">
          {t("toClass")}
        </Button>
      </PageHead>
      <PlanForm first={emptyPlan(language)} of={of} isNew>
        {(fields, missing) => (
          <>
            {act.error === null ? null : <Problem error={act.error} />}
            <div className="row">
              <ReasonButton
                reason={missing}
                loading={act.isPending}
                onClick={() =>
                  act.mutate(
                    { where: { class: of }, body: planOf(fields) },
                    { onSuccess: ({ id }) => void navigate({ to: `/exams/${id}` }) },
                  )
                }
              >
                {t("plan.make")}
              </ReasonButton>
            </div>
          </>
        )}
      </PlanForm>
    </>
  );
}

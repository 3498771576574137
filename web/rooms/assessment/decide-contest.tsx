import { contestTextMax } from "@echelon/contract/assessment/contest-limits.ts";
import { Button, Modal, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { useFaultText } from "../../parts/faults.ts";
import { Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";

/** A teacher keeps or voids what was objected to, and says why: without an answer neither. */
export function DecideContest({ contest, text }: { contest: string; text: string }) {
  const { t } = useTranslation("evidence");
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState("");
  const act = useAct("POST /assessment/contests/:contest/decision", [
    "GET /assessment/classes/:class/contests",
    "GET /assessment/classes/:class",
    "GET /assessment/people/:person/competencies/:competency",
  ]);
  const fault = useFaultText(act.error);
  const said = answer.trim();
  const reason = said === "" ? t("decide.needed") : null;
  const close = () => setOpen(false);
  const decide = (verdict: "keep" | "void") =>
    act.mutate({ where: { contest }, body: { verdict, answer: said } }, { onSuccess: close });
  return (
    <div>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {t("decide.open")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("decide.title")}>
        <div className="form">
          <blockquote className="contest-text">{text}</blockquote>
          <Textarea
            label={t("answer")}
            description={t("contest.limit", { max: contestTextMax, count: answer.length })}
            value={answer}
            onChange={(event) => setAnswer(event.currentTarget.value)}
            error={fault("answer")}
            maxLength={contestTextMax}
            autosize
            minRows={3}
            maxRows={12}
            required
            data-autofocus
          />
          <p className="soft">{t("decide.text")}</p>
          {act.error === null ? null : <Problem error={act.error} />}
          <div className="row row-wrap">
            <ReasonButton reason={reason} loading={act.isPending} onClick={() => decide("keep")}>
              {t("decide.keep")}
            </ReasonButton>
            <ReasonButton
              variant="default"
              reason={reason}
              loading={act.isPending}
              onClick={() => decide("void")}
            >
              {t("decide.void")}
            </ReasonButton>
          </div>
        </div>
      </Modal>
    </div>
  );
}

import type { Does } from "@echelon/contract/endpoints.ts";
import { Button, Modal } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { useDownload, fileName } from "../../parts/download.ts";
import { Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import type { Language } from "../../text/text.ts";
import type { Exam } from "./exam-types.ts";

export const examRefreshes: readonly Does[] = [
  "GET /assessment/exams/:exam",
  "GET /assessment/exams/:exam/room",
  "GET /assessment/exams/:exam/results",
  "GET /assessment/exams/:exam/essays",
  "GET /assessment/classes/:class/exams",
];

type Step = "open" | "close" | "publish";
const doesOf = {
  open: "POST /assessment/exams/:exam/open",
  close: "POST /assessment/exams/:exam/close",
  publish: "POST /assessment/exams/:exam/publish",
} as const;

/** The next step of an exam, with what it does, before it is done. */
function StepButton({ of, step, reason }: { of: Exam; step: Step; reason: string | null }) {
  const { t } = useTranslation("exams");
  const [isOpen, setOpen] = useState(false);
  const act = useAct(doesOf[step], examRefreshes);
  const shut = () => setOpen(false);
  const go = () => act.mutate({ where: { exam: of.id } }, { onSuccess: shut });
  const effects = t(`acts.${step}.${of.kind}`).split("\n");
  return (
    <>
      <ReasonButton reason={reason} onClick={() => setOpen(true)}>
        {t(`acts.${step}.name`)}
      </ReasonButton>
      <Modal opened={isOpen} onClose={shut} title={t(`acts.${step}.title`, { name: of.name })}>
        <div className="form">
          <ul className="effects">
            {effects.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          {act.error === null ? null : <Problem error={act.error} />}
          <Button loading={act.isPending} onClick={go}>
            {t(`acts.${step}.name`)}
          </Button>
        </div>
      </Modal>
    </>
  );
}

/** Why the step cannot be done now; null where it can. */
function useReason(of: Exam): string | null {
  const { t } = useTranslation("exams");
  if (of.state === "draft" && of.short !== null) return t("shortReason");
  if (of.state === "open" && of.season?.isFinished === false) return t("seasonOpen");
  if (of.state === "closed" && of.unmarked > 0) return t("unmarkedReason", { count: of.unmarked });
  if (of.state === "closed" && of.kind === "practical" && of.signatures.length < 2)
    return t("unsigned");
  return null;
}

const stepOf = { draft: "open", open: "close", closed: "publish" } as const;

/** What can be done with an exam at its state. */
export function ExamActs({ of }: { of: Exam }) {
  const { t, i18n } = useTranslation("exams");
  const navigate = useNavigate();
  const reason = useReason(of);
  const drop = useAct("DELETE /assessment/exams/:exam", ["GET /assessment/classes/:class/exams"]);
  const file = useDownload("GET /assessment/exams/:exam/results.xlsx");
  const dropped = () => void navigate({ to: `/classes/${of.class}/people?tab=exams` });
  const hasResults = of.state === "closed" || of.state === "published";
  return (
    <>
      {of.state === "draft" ? (
        <Button
          variant="default"
          loading={drop.isPending}
          onClick={() => drop.mutate({ where: { exam: of.id } }, { onSuccess: dropped })}
        >
          {t("acts.drop")}
        </Button>
      ) : null}
      {hasResults ? (
        <Button
          variant="default"
          loading={file.isPending}
          onClick={() =>
            file.save(
              { where: { exam: of.id }, asks: { language: i18n.language as Language } },
              `${fileName(of.name, t("acts.file"))}.xlsx`,
            )
          }
        >
          {t("acts.download")}
        </Button>
      ) : null}
      {of.state === "published" ? null : (
        <StepButton key={of.state} of={of} step={stepOf[of.state]} reason={reason} />
      )}
      {drop.error === null ? null : <Problem error={drop.error} />}
      {file.error === null ? null : <Problem error={file.error} />}
    </>
  );
}

import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import type { Assignment } from "./rating-types.ts";

/** Freezes the work and deals it out; it cannot be opened again, so what happens is said first. */
export function CloseAssignment({ of, mentors }: { of: Assignment; mentors: number | undefined }) {
  const { t } = useTranslation("assignments");
  const [isOpen, setOpen] = useState(false);
  const act = useAct("POST /assessment/assignments/:assignment/close", [
    "GET /assessment/classes/:class/assignments",
    "GET /assessment/queue",
  ]);
  const shut = () => setOpen(false);
  const close = () => act.mutate({ where: { assignment: of.id } }, { onSuccess: shut });
  return (
    <>
      <ReasonButton
        reason={of.works === 0 ? t("close.noWorks") : null}
        onClick={() => setOpen(true)}
      >
        {t("close.open")}
      </ReasonButton>
      <Modal opened={isOpen} onClose={shut} title={t("close.title", { title: of.title })}>
        <div className="form">
          <ul className="effects">
            <li>{t("close.frozen", { count: of.works })}</li>
            <li>{t("close.dealt")}</li>
            <li>{t("close.blind")}</li>
            <li>{t("close.final")}</li>
          </ul>
          {mentors === 0 ? <p className="hint">{t("close.noMentor")}</p> : null}
          {act.error === null ? null : <Problem error={act.error} />}
          <Button loading={act.isPending} onClick={close}>
            {t("close.send")}
          </Button>
        </div>
      </Modal>
    </>
  );
}

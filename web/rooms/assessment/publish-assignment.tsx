import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import type { Assignment } from "./rating-types.ts";

/** Makes the marks known and evidence, whole or not at all. */
export function PublishAssignment({ of }: { of: Assignment }) {
  const { t } = useTranslation("assignments");
  const [isOpen, setOpen] = useState(false);
  const act = useAct("POST /assessment/assignments/:assignment/publish", [
    "GET /assessment/classes/:class/assignments",
    "GET /assessment/classes/:class",
  ]);
  const missing = of.works - (of.marking?.ready ?? 0);
  const shut = () => setOpen(false);
  const publish = () => act.mutate({ where: { assignment: of.id } }, { onSuccess: shut });
  return (
    <>
      <ReasonButton
        variant={missing === 0 ? "filled" : "default"}
        reason={missing === 0 ? null : t("publish.missing", { count: missing })}
        onClick={() => setOpen(true)}
      >
        {t("publish.open")}
      </ReasonButton>
      <Modal opened={isOpen} onClose={shut} title={t("publish.title", { title: of.title })}>
        <div className="form">
          <ul className="effects">
            <li>{t("publish.fair")}</li>
            <li>{t("publish.known")}</li>
            <li>{t("publish.evidence")}</li>
            <li>{t("publish.final")}</li>
          </ul>
          {act.error === null ? null : <Problem error={act.error} />}
          <Button loading={act.isPending} onClick={publish}>
            {t("publish.send")}
          </Button>
        </div>
      </Modal>
    </>
  );
}

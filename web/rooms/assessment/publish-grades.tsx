import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { countsIn, type Gradebook } from "./grade-types.ts";

/** Makes the grades known to their students, as they are now. */
export function PublishGrades({ of, book }: { of: string; book: Gradebook }) {
  const { t } = useTranslation("grades");
  const [isOpen, setOpen] = useState(false);
  const act = useAct("POST /assessment/classes/:class/gradebook/publish", [
    "GET /assessment/classes/:class/gradebook",
  ]);
  const isNothing = book.rows.every((row) => countsIn(row) === null);
  const shut = () => setOpen(false);
  return (
    <>
      <ReasonButton reason={isNothing ? t("publish.nothing") : null} onClick={() => setOpen(true)}>
        {t("publish.open")}
      </ReasonButton>
      <Modal opened={isOpen} onClose={shut} title={t("publish.title")}>
        <div className="form">
          <ul className="effects">
            <li>{t("publish.all")}</li>
            <li>{t("publish.frozen")}</li>
            <li>{t("publish.kept")}</li>
          </ul>
          {act.error === null ? null : <Problem error={act.error} />}
          <Button
            loading={act.isPending}
            onClick={() => act.mutate({ where: { class: of } }, { onSuccess: shut })}
          >
            {t("publish.send")}
          </Button>
        </div>
      </Modal>
    </>
  );
}

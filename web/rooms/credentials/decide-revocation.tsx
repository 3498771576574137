import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Problem } from "../../parts/page.tsx";

/** Revoking is for ever, so it is asked twice; refusing is not. */
export function DecideRevocation({ credential }: { credential: string }) {
  const { t } = useTranslation("credentials");
  const [isOpen, setOpen] = useState(false);
  const act = useAct("POST /revocations/:credential", ["GET /revocations"]);
  const close = () => setOpen(false);
  const decide = (isConfirmed: boolean) =>
    act.mutate({ where: { credential }, body: { isConfirmed } }, { onSuccess: close });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("revocations.confirm")}</Button>
      <Button variant="default" loading={act.isPending} onClick={() => decide(false)}>
        {t("revocations.refuse")}
      </Button>
      {isOpen || act.error === null ? null : <Problem error={act.error} />}
      <Modal opened={isOpen} onClose={close} title={t("revocations.title2")}>
        <div className="form">
          <p>{t("revocations.text2")}</p>
          {act.error === null ? null : <Problem error={act.error} />}
          <div className="row row-wrap">
            <Button loading={act.isPending} onClick={() => decide(true)}>
              {t("revocations.confirm")}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}

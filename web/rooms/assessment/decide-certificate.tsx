import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Problem } from "../../parts/page.tsx";
import type { Certificate } from "./certificate.ts";
import { VerdictMark } from "./certificate-verdict.tsx";

/** A teacher decides: it cannot be taken back, so it is asked twice. */
export function DecideCertificate({
  of,
  name,
  title,
  certificate,
}: {
  of: string;
  name: string;
  title: string;
  certificate: Certificate;
}) {
  const { t } = useTranslation("certificate");
  const [isOpen, setOpen] = useState(false);
  const act = useAct("POST /assessment/classes/:class/decisions", [
    "GET /assessment/people/:person/certificate",
  ]);
  const { person, role, echelon, verdict } = certificate;
  const close = () => setOpen(false);
  const decide = () =>
    act.mutate({ where: { class: of }, body: { person, role, echelon } }, { onSuccess: close });
  return (
    <div className="certificate-decide">
      <Button onClick={() => setOpen(true)}>{t("decide.open")}</Button>
      <p className="soft">{t("decide.text")}</p>
      <Modal opened={isOpen} onClose={close} title={t("decide.title", { name })}>
        <div className="form">
          <strong>{title}</strong>
          <p className="certificate-says">
            {t("decide.says")} <VerdictMark verdict={verdict} isTaken />
          </p>
          <p className="soft">{t("decide.text")}</p>
          {act.error === null ? null : <Problem error={act.error} />}
          <div className="row row-wrap">
            <Button loading={act.isPending} onClick={decide} data-autofocus>
              {t("decide.do")}
            </Button>
          </div>
        </div>
      </Modal>
    </div>
  );
}

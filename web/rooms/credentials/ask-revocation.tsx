import { Button, Modal, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { credentialLimits } from "@echelon/contract/exchange/credential-limits.ts";
import { useAct } from "../../api/query.ts";
import { Problem } from "../../parts/page.tsx";

/** A school asks to revoke what it issued; the reason is the holder's to read. */
export function AskRevocation({ credential, name }: { credential: string; name: string }) {
  const { t } = useTranslation("credentials");
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const act = useAct("POST /credentials/:credential/revocation", [
    "GET /assessment/classes/:class/signatures",
  ]);
  const close = () => setOpen(false);
  const ask = () =>
    act.mutate({ where: { credential }, body: { reason: reason.trim() } }, { onSuccess: close });
  return (
    <>
      <Button variant="subtle" onClick={() => setOpen(true)}>
        {t("revoke.open")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("revoke.title", { name })}>
        <div className="form">
          <p>{t("revoke.text")}</p>
          <Textarea
            label={t("revoke.reason")}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={credentialLimits.reasonCharsMax}
            minRows={2}
            autosize
            data-autofocus
          />
          {act.error === null ? null : <Problem error={act.error} />}
          <div className="row row-wrap">
            <Button loading={act.isPending} disabled={reason.trim() === ""} onClick={ask}>
              {t("revoke.do")}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}

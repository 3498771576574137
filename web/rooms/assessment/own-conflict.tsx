import { Button, Modal, Radio } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { useMe } from "../../api/session.ts";
import { Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import type { RatedWork } from "./rating-types.ts";

export const conflictReasons = ["own-intern", "relative", "other"] as const;
export type ConflictReason = (typeof conflictReasons)[number];

/** A rater says that they must not mark this person: the work goes to somebody else. */
export function OwnConflict({ of, onGone }: { of: RatedWork; onGone: () => void }) {
  const { t } = useTranslation("review");
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const rater = useMe().id;
  const act = useAct("POST /assessment/classes/:class/conflicts", ["GET /assessment/queue"]);
  const chosen = conflictReasons.find((one) => one === reason);
  const close = () => setOpen(false);
  const declare = () => {
    if (chosen === undefined) return;
    const body = { person: of.person, rater, reason: chosen };
    act.mutate({ where: { class: of.class }, body }, { onSuccess: onGone });
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t("conflict.open")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("conflict.title", { name: of.name })}>
        <div className="form">
          <Radio.Group value={reason} onChange={setReason} label={t("conflict.why")}>
            <div className="form choice-list">
              {conflictReasons.map((one) => (
                <Radio key={one} value={one} label={t(`reasons.${one}`)} />
              ))}
            </div>
          </Radio.Group>
          <p className="soft">{t("conflict.text")}</p>
          {act.error === null ? null : <Problem error={act.error} />}
          <ReasonButton
            reason={chosen === undefined ? t("conflict.needed") : null}
            loading={act.isPending}
            onClick={declare}
          >
            {t("conflict.send")}
          </ReasonButton>
        </div>
      </Modal>
    </>
  );
}

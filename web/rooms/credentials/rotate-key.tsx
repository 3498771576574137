import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Problem } from "../../parts/page.tsx";

type Way = "replace" | "steal";

const asked = {
  replace: { title: "keys.askReplace", text: "keys.replaceText" },
  steal: { title: "keys.askSteal", text: "keys.stealText" },
} as const;

/** Puts a new key in the place of one, or stops believing one that was stolen. */
export function RotateKey({ id, isInUse }: { id: string; isInUse: boolean }) {
  const { t } = useTranslation("credentials");
  const [way, setWay] = useState<Way | null>(null);
  const act = useAct("POST /credential-keys", ["GET /credential-keys"]);
  const close = () => setWay(null);
  const rotate = () =>
    act.mutate({ body: { key: id, isCompromised: way === "steal" } }, { onSuccess: close });
  const shown = asked[way ?? "replace"];
  return (
    <>
      {isInUse ? (
        <Button variant="default" onClick={() => setWay("replace")}>
          {t("keys.replace")}
        </Button>
      ) : null}
      <Button variant="subtle" onClick={() => setWay("steal")}>
        {t("keys.steal")}
      </Button>
      {act.data === undefined || act.data.toRevoke === 0 ? null : (
        <p role="status">{t("keys.toRevoke", { count: act.data.toRevoke })}</p>
      )}
      <Modal opened={way !== null} onClose={close} title={t(shown.title)}>
        <div className="form">
          <p>{t(shown.text)}</p>
          {act.error === null ? null : <Problem error={act.error} />}
          <div className="row row-wrap">
            <Button loading={act.isPending} onClick={rotate}>
              {t("keys.do")}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}

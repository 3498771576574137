import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { signedAtOnceMax } from "@echelon/contract/assessment/signing-limits.ts";
import { useAct } from "../../api/query.ts";
import { Problem } from "../../parts/page.tsx";
import type { Side, Signing } from "./credential-types.ts";

const namesMax = 12;

/** Signs certificates for one side; asked twice, because a signature cannot be taken back. */
export function SignButton({
  side,
  of: all,
  isAll = false,
}: {
  side: Side;
  of: readonly Signing[];
  isAll?: boolean;
}) {
  const { t } = useTranslation("credentials");
  const of = all.slice(0, signedAtOnceMax);
  const [isOpen, setOpen] = useState(false);
  const act = useAct("POST /assessment/signatures", [
    "GET /assessment/classes/:class/signatures",
    "GET /assessment/signatures",
  ]);
  const close = () => setOpen(false);
  const sign = () =>
    act.mutate(
      { body: { side, decisions: of.map(({ decision }) => decision) } },
      { onSuccess: close },
    );
  const count = of.length;
  const left = count - namesMax;
  return (
    <>
      <Button variant={isAll ? "filled" : "default"} onClick={() => setOpen(true)}>
        {isAll ? t("sign.all", { count }) : t("sign.one")}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t("sign.ask", { count, side: t(`sign.sides.${side}`) })}
      >
        <div className="form">
          <p>
            <strong>
              {of
                .slice(0, namesMax)
                .map(({ name, role, echelon }) => `${name} ${role}/${echelon}`)
                .join(t("sign.comma"))}
            </strong>{" "}
            {left > 0 ? t("sign.andMore", { count: left }) : null}
          </p>
          <p className="soft">{t("sign.vouch")}</p>
          {act.error === null ? null : <Problem error={act.error} />}
          <div className="row row-wrap">
            <Button loading={act.isPending} onClick={sign} data-autofocus>
              {t("sign.do")}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}

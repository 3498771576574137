import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../../../parts/number-field.tsx";
import { Card } from "../../../../parts/page.tsx";
import { ActButton, Refused } from "../parts.tsx";
import { useDecide, useStorePlace } from "../use-store.ts";
import type { AfterSales } from "./answer.ts";

type Policy = AfterSales["policy"];
type Typed = { disputes: string; returns: string; handAnswers: number | null };

const disputes = ["ask", "refund", "contest"] as const;
const returns = ["ask", "resell", "home", "scrap", "leave"] as const;

/** Standing answers: what happens to cases and questions that nobody decides by hand. */
export function PolicyForm({ view: { policy } }: { view: AfterSales }) {
  const { t } = useTranslation("aftersales");
  const { season } = useStorePlace();
  const [typed, setTyped] = useState<Typed | null>(null);
  const now = typed ?? policy;
  const { decide, isPending, error } = useDecide();
  const choices = (names: readonly string[]) =>
    names.map((value) => ({ value, label: t(`policy.${value}`) }));
  const handIn = async () => {
    const { handAnswers } = now;
    const chosen = disputes.find((one) => one === now.disputes);
    const disposition = returns.find((one) => one === now.returns);
    if (handAnswers === null || chosen === undefined || disposition === undefined) return;
    const wish = { kind: "set-answer-policy", disputes: chosen, returns: disposition } as const;
    if ((await decide([{ ...wish, handAnswers }])) !== null) setTyped(null);
  };
  return (
    <Card title={t("policy.title")}>
      <div className="grid">
        <p className="soft">{t("policy.text")}</p>
        {season.modules.returns ? (
          <>
            <Select
              label={t("policy.disputes")}
              data={choices(disputes)}
              allowDeselect={false}
              value={now.disputes}
              onChange={(value) => setTyped({ ...now, disputes: value ?? "ask" })}
            />
            <Select
              label={t("policy.returns")}
              description={policy.hasWarehouses ? t("policy.resellText") : t("policy.noWarehouse")}
              data={choices(returns)}
              allowDeselect={false}
              value={now.returns}
              onChange={(value) => setTyped({ ...now, returns: value ?? "ask" })}
            />
          </>
        ) : null}
        {season.modules.service ? (
          <NumberField
            label={t("policy.byHand")}
            description={t("policy.byHandText", { most: policy.handAnswersMax })}
            min={0}
            max={policy.handAnswersMax}
            value={now.handAnswers}
            onValue={(handAnswers) => setTyped({ ...now, handAnswers })}
          />
        ) : null}
        <Refused error={error} />
        <ActButton
          isPending={isPending}
          onClick={() => void handIn()}
          disabledReason={whyNot(now, policy, t)}
        >
          {t("policy.set")}
        </ActButton>
      </div>
    </Card>
  );
}

function whyNot(now: Typed, policy: Policy, t: (key: string) => string): string | undefined {
  if (now.handAnswers === null) return t("policy.enterNumber");
  const isSame =
    now.disputes === policy.disputes &&
    now.returns === policy.returns &&
    now.handAnswers === policy.handAnswers;
  return isSame ? t("policy.unchanged") : undefined;
}

import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { Refused } from "../parts.tsx";
import { useDecide, useMayDecide } from "../use-store.ts";
import type { Finance } from "./finance-answer.ts";

/** The standing choice of what becomes of payouts in other currencies. */
export function AtOnce({ finance }: { finance: Finance }) {
  const { t } = useTranslation("finance");
  const { t: tell } = useTranslation("practice");
  const format = useFormat();
  const { may, reason, who } = useMayDecide();
  const { decide, isPending, error } = useDecide();
  const { currency, convertsAtOnce, spreadBp } = finance;
  return (
    <Card>
      <Switch
        label={t("atOnce.label", { currency })}
        description={t("atOnce.text", { currency, percent: format.percent(spreadBp, 2) })}
        checked={convertsAtOnce}
        disabled={!may || isPending}
        onChange={(event) => {
          const isAtOnce = event.currentTarget.checked;
          void decide([{ kind: "set-payout-conversion", isAtOnce }]);
        }}
      />
      {may ? null : <p className="soft">{tell(reason, { who })}</p>}
      <Refused error={error} />
    </Card>
  );
}

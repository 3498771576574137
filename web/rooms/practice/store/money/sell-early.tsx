import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import type { Wish } from "../use-store.ts";
import { AmountField, DealForm } from "./deal-form.tsx";
import type { Finance } from "./finance-answer.ts";

/** Payouts of later days, sold to the platform for a fee. */
export function SellEarly({ finance }: { finance: Finance }) {
  const { t } = useTranslation("finance");
  const { nameOf } = useMarkets();
  const format = useFormat();
  const offered = finance.factorable.filter(({ mostMinor }) => mostMinor > 0);
  const [asked, setAsked] = useState<string | null>(null);
  const [minor, setMinor] = useState<number | null>(null);
  const chosen = offered.find(({ market }) => market === asked) ?? offered[0];
  if (chosen === undefined) {
    return (
      <Card title={t("financing.early")}>
        <p className="soft">{t("financing.nothingHeld")}</p>
      </Card>
    );
  }
  const wish: Wish | null =
    minor === null || minor < 1
      ? null
      : { kind: "factor-receivable", market: chosen.market, amountMinor: minor };
  return (
    <Card title={t("financing.early")}>
      <DealForm
        wish={wish}
        isInCard
        act={t("financing.earlyNow")}
        costs={t("financing.fee")}
        done={() => setMinor(null)}
      >
        <p className="soft">
          {t("financing.earlyText", { percent: format.percent(finance.factoringFeeBp, 2) })}
        </p>
        <Select
          label={t("financing.market")}
          data={offered.map(({ market, currency, mostMinor }) => ({
            value: market,
            label: t("financing.most", {
              market: nameOf(market),
              money: format.money(mostMinor, currency),
            }),
          }))}
          value={chosen.market}
          allowDeselect={false}
          onChange={(market) => {
            setAsked(market);
            setMinor(null);
          }}
        />
        <AmountField
          currency={chosen.currency}
          minor={minor}
          setMinor={setMinor}
          mostMinor={chosen.mostMinor}
        />
      </DealForm>
    </Card>
  );
}

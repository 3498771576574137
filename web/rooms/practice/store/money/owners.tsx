import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import type { Wish } from "../use-store.ts";
import { AmountField, DealForm } from "./deal-form.tsx";
import type { Finance } from "./finance-answer.ts";

type Owned = NonNullable<Finance["owners"]>;

/** What owners have in the store, what they would add, and paying them. */
export default function Owners({ finance, owners }: { finance: Finance; owners: Owned }) {
  const { t } = useTranslation("owners");
  const format = useFormat();
  const [way, setWay] = useState<"raise" | "pay">("raise");
  const [minor, setMinor] = useState<number | null>(null);
  const money = (amount: number) => format.money(amount, finance.currency);
  const kind = way === "raise" ? "raise-equity" : "pay-dividend";
  const wish: Wish | null = minor === null || minor < 1 ? null : { kind, amountMinor: minor };
  return (
    <Card title={t("title")} note={t("note")}>
      <div className="grid">
        <dl className="fact-list">
          <dt>{t("stake")}</dt>
          <dd>{money(owners.openingMinor)}</dd>
          <dt>{t("added")}</dt>
          <dd>{money(owners.addedMinor)}</dd>
          <dt>{t("earned")}</dt>
          <dd>{money(owners.earnedMinor)}</dd>
          <dt>{t("left")}</dt>
          <dd>{money(owners.leftMinor)}</dd>
        </dl>
        <SegmentedControl
          aria-label={t("title")}
          value={way}
          onChange={(value) => {
            setWay(value === "pay" ? "pay" : "raise");
            setMinor(null);
          }}
          data={[
            { value: "raise", label: t("raise") },
            { value: "pay", label: t("pay") },
          ]}
        />
        <DealForm
          key={way}
          wish={wish}
          isInCard
          act={t(way === "raise" ? "raiseNow" : "payNow")}
          costs={t("fee")}
          done={() => setMinor(null)}
        >
          <p className="soft">
            {way === "raise"
              ? t("raiseText", { percent: format.percent(owners.feeBp) })
              : t("payText")}
          </p>
          <AmountField
            currency={finance.currency}
            minor={minor}
            setMinor={setMinor}
            mostMinor={
              way === "raise" ? owners.leftMinor : Math.min(owners.earnedMinor, owners.cashMinor)
            }
          />
        </DealForm>
      </div>
    </Card>
  );
}

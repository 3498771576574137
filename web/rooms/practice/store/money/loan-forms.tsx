import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../../../parts/number-field.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useStorePlace, type Wish } from "../use-store.ts";
import { AmountField, DealForm } from "./deal-form.tsx";
import type { Finance, Loan } from "./finance-answer.ts";

const partsMost = 12;
const partsUsual = 3;

/** Borrowing: short and paid back at once, or long and in parts. */
export function Borrow({ finance, done }: { finance: Finance; done: () => void }) {
  const { t } = useTranslation("finance");
  const format = useFormat();
  const { season } = useStorePlace();
  const [term, setTerm] = useState<"short" | "long">("short");
  const [minor, setMinor] = useState<number | null>(null);
  const [parts, setParts] = useState<number | null>(partsUsual);
  const periods = term === "short" ? 1 : parts;
  const isWhole = minor !== null && minor >= 1 && periods !== null && periods >= 1;
  const wish: Wish | null =
    isWhole && periods <= partsMost
      ? { kind: "take-loan", term, amountMinor: minor, periods }
      : null;
  return (
    <DealForm
      wish={wish}
      act={t("financing.borrowNow")}
      costs={t("financing.interest")}
      done={done}
      more={
        isWhole ? (
          <p className="soft">
            {t("financing.firstDue", {
              money: format.money(Math.ceil(minor / periods), finance.currency),
              day: season.day + finance.periodDays,
            })}
          </p>
        ) : null
      }
    >
      <p className="soft">{t("financing.borrowText", { days: finance.periodDays })}</p>
      <SegmentedControl
        aria-label={t("financing.term")}
        value={term}
        onChange={(value) => setTerm(value as typeof term)}
        data={finance.lines.map((line) => ({
          value: line.term,
          label: t("financing.termRate", {
            term: t(`financing.terms.${line.term}`),
            percent: format.percent(line.yearlyBp),
          }),
        }))}
      />
      <AmountField currency={finance.currency} minor={minor} setMinor={setMinor} />
      {term === "short" ? null : (
        <NumberField
          label={t("financing.periods")}
          min={1}
          max={partsMost}
          value={parts}
          onValue={setParts}
        />
      )}
    </DealForm>
  );
}

/** Paying back some of a loan or all of it. */
export function Repay({ finance, loan, done }: { finance: Finance; loan: Loan; done: () => void }) {
  const { t } = useTranslation("finance");
  const format = useFormat();
  const [minor, setMinor] = useState<number | null>(null);
  const wish: Wish | null =
    minor === null || minor < 1
      ? null
      : { kind: "repay-loan", loan: loan.loan, amountMinor: minor };
  return (
    <DealForm wish={wish} act={t("financing.repayNow")} costs={t("financing.interest")} done={done}>
      <p className="soft">
        {t("financing.repayText", { open: format.money(loan.openMinor, finance.currency) })}
      </p>
      <AmountField
        currency={finance.currency}
        minor={minor}
        setMinor={setMinor}
        mostMinor={loan.openMinor}
      />
    </DealForm>
  );
}

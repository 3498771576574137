import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../../../parts/number-field.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useStorePlace, type Wish } from "../use-store.ts";
import { AmountField, DealForm } from "./deal-form.tsx";
import { firstPair, turned } from "./first-pair.ts";
import type { Finance } from "./finance-answer.ts";

const daysUsual = 30;
const daysMost = 90;

/** Changing money now, or agreeing today on the rate of a later day. */
export function ExchangeForm({
  kind,
  finance,
  done = () => undefined,
}: {
  kind: "convert-currency" | "hedge-currency";
  finance: Finance;
  done?: () => void;
}) {
  const { t } = useTranslation("finance");
  const { season } = useStorePlace();
  const isNow = kind === "convert-currency";
  const { from, to, turn } = usePair(finance, isNow);
  const [minor, setMinor] = useState<number | null>(null);
  const [days, setDays] = useState<number | null>(daysUsual);
  const cash = finance.cash.find(({ currency }) => currency === from);
  const most = isNow ? cash?.cashMinor : cash?.exposureMinor;
  const wish = wishOf(kind, from, to, minor, days);
  return (
    <DealForm
      wish={wish}
      isInCard={isNow}
      act={isNow ? t("financing.convertNow") : t("financing.hedgeNow")}
      costs={t("financing.costs")}
      done={() => {
        setMinor(null);
        done();
      }}
      more={
        isNow || days === null ? null : (
          <p className="soft">{t("financing.settledOn", { day: season.day + days })}</p>
        )
      }
    >
      <DealText finance={finance} isNow={isNow} />
      <PairFields
        finance={finance}
        from={from}
        to={to}
        turn={(next, side) => {
          turn(next, side);
          if (side === "from") setMinor(null);
        }}
      />
      <AmountField
        currency={from}
        minor={minor}
        setMinor={setMinor}
        {...(most === undefined || (!isNow && from === finance.currency)
          ? {}
          : { mostMinor: most })}
      />
      {isNow ? null : (
        <NumberField
          label={t("financing.days")}
          min={1}
          max={daysMost}
          value={days}
          onValue={setDays}
        />
      )}
    </DealForm>
  );
}

type Turn = (next: string, side: "from" | "to") => void;

/** The two currencies. A forward has the books' on one side; a change needs two different ones. */
function usePair(finance: Finance, isNow: boolean): { from: string; to: string; turn: Turn } {
  const [pair, setPair] = useState(() => firstPair(finance, isNow));
  const turn: Turn = (next, side) =>
    setPair(turned(pair, next, side, isNow ? null : finance.currency));
  return { ...pair, turn };
}

function PairFields({
  finance,
  from,
  to,
  turn,
}: {
  finance: Finance;
  from: string;
  to: string;
  turn: Turn;
}) {
  const { t } = useTranslation("finance");
  const codes = finance.cash.map(({ currency }) => currency);
  return (
    <div className="field-pair">
      {(["from", "to"] as const).map((side) => (
        <Select
          key={side}
          label={t(`financing.${side}`)}
          data={codes}
          value={side === "from" ? from : to}
          allowDeselect={false}
          onChange={(next) => {
            if (next !== null) turn(next, side);
          }}
        />
      ))}
    </div>
  );
}

function wishOf(
  kind: "convert-currency" | "hedge-currency",
  from: string,
  to: string,
  amountMinor: number | null,
  days: number | null,
): Wish | null {
  if (amountMinor === null || amountMinor < 1 || from === to) return null;
  if (kind === "convert-currency") return { kind, from, to, amountMinor };
  if (days === null || days < 1 || days > daysMost) return null;
  return { kind, from, to, amountMinor, days };
}

/** What a deal is, and how far forwards may go, before somebody is refused. */
function DealText({ finance, isNow }: { finance: Finance; isNow: boolean }) {
  const { t } = useTranslation("finance");
  const format = useFormat();
  if (isNow) {
    const percent = format.percent(finance.spreadBp, 2);
    return <p className="soft">{t("financing.convertText", { percent })}</p>;
  }
  const line = format.money(finance.forwardLineMinor, finance.currency);
  const used = format.money(finance.forwardUsedMinor, finance.currency);
  return (
    <>
      <p className="soft">
        {t("financing.hedgeText", { percent: format.percent(finance.forwardBp, 2) })}
      </p>
      <p className="soft">{t("financing.hedgeLine", { line, used })}</p>
    </>
  );
}

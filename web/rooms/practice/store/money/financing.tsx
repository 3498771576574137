import "./money.css";
import { Skeleton } from "@mantine/core";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../../api/query.ts";
import { Card, Loaded } from "../../../../parts/page.tsx";
import { late } from "../../../../frame/late.ts";
import { useFormat } from "../../../../text/format.ts";
import { useStorePlace } from "../use-store.ts";
import { AtOnce } from "./at-once.tsx";
import { CurrencyCash } from "./currency-cash.tsx";
import { ExchangeForm } from "./exchange-form.tsx";
import type { Finance } from "./finance-answer.ts";
import { Forwards } from "./forwards.tsx";
import { Loans } from "./loans.tsx";
import { RateTable } from "./rate-table.tsx";
import { SellEarly } from "./sell-early.tsx";

// Few seasons have owners who add money or are paid.
const Owners = late(["owners"], () => import("./owners.tsx"));

/** Everything that is decided about money: currencies, forwards, loans, payouts sold early. */
export default function Financing() {
  const { where } = useStorePlace();
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/finance",
    { where },
    { keepPrevious: true },
  );
  return <Loaded of={answer}>{(finance) => <FinanceCards finance={finance} />}</Loaded>;
}

function FinanceCards({ finance }: { finance: Finance }) {
  const { t } = useTranslation("finance");
  const { season } = useStorePlace();
  const format = useFormat();
  const { exchange, loans } = season.modules;
  return (
    <div className="grid">
      {finance.scoreCapMilli === null ? null : (
        <p className="problem" role="status">
          {t("financing.capped", { cap: format.number(finance.scoreCapMilli / 10) })}
        </p>
      )}
      {exchange ? <AtOnce finance={finance} /> : null}
      <div className="grid grid-even">
        <div className="grid">
          <CurrencyCash finance={finance} />
          {exchange ? (
            <Card title={t("financing.convert")}>
              <ExchangeForm kind="convert-currency" finance={finance} />
            </Card>
          ) : null}
          {loans ? <SellEarly finance={finance} /> : null}
          {finance.owners === null ? null : (
            <Suspense fallback={<Skeleton height={240} aria-busy="true" />}>
              <Owners finance={finance} owners={finance.owners} />
            </Suspense>
          )}
        </div>
        <div className="grid">
          {exchange ? <RateTable finance={finance} /> : null}
          {exchange ? <Forwards finance={finance} /> : null}
          {loans ? <Loans finance={finance} /> : null}
        </div>
      </div>
    </div>
  );
}

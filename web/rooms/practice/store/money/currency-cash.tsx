import { useTranslation } from "react-i18next";
import { MoneyText } from "../../../../parts/figures.tsx";
import { Card } from "../../../../parts/page.tsx";
import { DataTable } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useColumns } from "../use-columns.tsx";
import { useStorePlace } from "../use-store.ts";
import type { Finance } from "./finance-answer.ts";

type Row = Finance["cash"][number];

/** What there is of each currency, what the platform holds, and what a rate can do to it. */
export function CurrencyCash({ finance }: { finance: Finance }) {
  const { t } = useTranslation("finance");
  const { season } = useStorePlace();
  const format = useFormat();
  const { text, money } = useColumns<Row>();
  const rows = finance.cash.filter(
    ({ currency, cashMinor, heldMinor, exposureMinor }) =>
      currency === finance.currency || cashMinor !== 0 || heldMinor !== 0 || exposureMinor !== 0,
  );
  const own = ({ currency }: Row) => currency;
  const total = rows.reduce((sum, { booksMinor }) => sum + booksMinor, 0);
  const inBooks = t("financing.inBooks", { currency: finance.currency });
  return (
    <Card title={t("financing.cash")} note={t("financing.cashNote")} flush>
      <DataTable
        rows={rows}
        caption={t("financing.cash")}
        rowKey={own}
        exportAs="money-by-currency"
        card={{ head: "currency", mark: "books", facts: ["cash", "held", "exposure"] }}
        columns={[
          text("currency", t("financing.currency"), own),
          money(
            "cash",
            t("financing.inCash"),
            ({ cashMinor }) => cashMinor,
            own,
            (row) => <MoneyText minor={row.cashMinor} currency={row.currency} />,
          ),
          money("held", t("financing.held"), ({ heldMinor }) => heldMinor, own),
          money(
            "exposure",
            t("financing.exposure"),
            ({ exposureMinor }) => exposureMinor,
            own,
            ({ currency, exposureMinor }) =>
              currency === finance.currency ? "–" : format.money(exposureMinor, currency),
          ),
          money(
            "books",
            inBooks,
            ({ booksMinor }) => booksMinor,
            () => finance.currency,
          ),
        ]}
      />
      <div className="card-body">
        <p>
          {t("financing.total")} <b>{format.money(total, finance.currency)}</b>
        </p>
        {season.modules.exchange ? (
          <p className="soft">
            {t("financing.gain", {
              money: format.money(finance.gainMinor, finance.currency, { sign: true }),
            })}
          </p>
        ) : null}
      </div>
    </Card>
  );
}

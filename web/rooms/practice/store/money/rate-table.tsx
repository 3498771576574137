import { useTranslation } from "react-i18next";
import { Delta, Sparkline } from "../../../../parts/figures.tsx";
import { Card } from "../../../../parts/page.tsx";
import { DataTable } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useColumns } from "../use-columns.tsx";
import type { Finance } from "./finance-answer.ts";

type Row = Finance["rates"][number];

const rateOf = ({ seriesE8 }: Row) => (seriesE8.at(-1) ?? 0) / 100_000_000;
/** Digits that show a rate to five places that count: 1.1403 and 0.006712. */
export const rateDigits = (rate: number): number =>
  Math.min(8, Math.max(2, 4 - Math.floor(Math.log10(rate))));

/** Rates of now, and how they moved on the way here. */
export function RateTable({ finance }: { finance: Finance }) {
  const { t } = useTranslation("finance");
  const format = useFormat();
  const { text, count, bare } = useColumns<Row>();
  return (
    <Card
      title={t("financing.rates")}
      note={t("financing.ratesNote", { currency: finance.currency })}
      flush
    >
      <DataTable
        rows={finance.rates}
        caption={t("financing.rates")}
        rowKey={({ currency }) => currency}
        exportAs="exchange-rates"
        card={{ head: "currency", mark: "course", facts: ["rate", "change", "volatility"] }}
        columns={[
          text("currency", t("financing.currency"), ({ currency }) => currency),
          count("rate", t("financing.rate"), rateOf, (row) =>
            format.number(rateOf(row), rateDigits(rateOf(row))),
          ),
          bare("course", t("financing.course"), ({ seriesE8 }) => (
            <Sparkline values={seriesE8} width={84} height={22} />
          )),
          count(
            "change",
            t("financing.change"),
            ({ changeBp }) => changeBp,
            ({ changeBp }) => (
              <Delta change={changeBp} text={format.percent(Math.abs(changeBp), 2)} isUnsigned />
            ),
          ),
          count(
            "volatility",
            t("financing.volatility"),
            ({ volatilityBp }) => volatilityBp ?? -1,
            ({ volatilityBp }) =>
              volatilityBp === null ? (
                <span className="dim">{t("financing.tooFew")}</span>
              ) : (
                format.percent(volatilityBp)
              ),
          ),
        ]}
      />
    </Card>
  );
}

import { useTranslation } from "react-i18next";
import type { TableColumn } from "../../../../parts/table.tsx";
import { type Both, useFormat } from "../../../../text/format.ts";
import { ProductLabel } from "../parts.tsx";
import { useColumns } from "../use-columns.tsx";
import { useStorePlace } from "../use-store.ts";
import { acosBp, ticksInBooks, ticksPerUsd } from "./ad-money.ts";
import type { Ads } from "./ads-answer.ts";

/** What every bid has, on words or on a name: what it advertises and what it brought. */
type AdRow = {
  readonly name: Both;
  readonly sku: string;
  readonly ticks: number;
  readonly clicks: number;
  readonly units: number;
  readonly revenueMinor: number;
};

/** Columns that tables of bids share. */
export function useAdColumns<Row extends AdRow>({ usdRateE8 }: Ads) {
  const { t } = useTranslation("report");
  const { season } = useStorePlace();
  const format = useFormat();
  const { text, count } = useColumns<Row>();
  const acosOf = ({ ticks, revenueMinor }: Row) =>
    acosBp(ticksInBooks(ticks, usdRateE8, season.booksDigits), revenueMinor);
  return {
    product: text(
      "product",
      t("product"),
      ({ name }) => format.name(name),
      ({ name, sku }) => <ProductLabel name={name} sku={sku} />,
    ),
    clicks: count("clicks", t("ads.figure.clicks"), ({ clicks }) => clicks),
    spent: count(
      "spent",
      t("ads.figure.spent"),
      ({ ticks }) => ticks / ticksPerUsd,
      ({ ticks }) => format.ticks(ticks),
    ),
    units: count("units", t("ads.figure.units"), ({ units }) => units),
    acos: count(
      "acos",
      t("ads.figure.acos"),
      (row) => (acosOf(row) ?? 0) / 10_000,
      (row) => {
        const acos = acosOf(row);
        return acos === null ? "–" : format.percent(acos);
      },
    ),
  } satisfies Record<string, TableColumn<Row>>;
}

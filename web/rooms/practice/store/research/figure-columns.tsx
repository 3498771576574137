import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TableColumn } from "../../../../parts/table.tsx";
import { digitsOf, useFormat } from "../../../../text/format.ts";
import type { Estimate } from "./research-answer.ts";

/** Columns of figures that stand beside what they may be wrong by. */
export function useFigureColumns<Row>() {
  const { t } = useTranslation("research");
  const format = useFormat();
  /** Two columns in the export, one on the screen. */
  const figure = (
    key: string,
    head: string,
    of: (row: Row) => Estimate | null,
    print: (value: number, row: Row) => string,
    scale: (row: Row) => number,
    none: ReactNode,
  ): TableColumn<Row> => ({
    key,
    head,
    value: (row) => {
      const found = of(row);
      return found === null ? "" : found.value / scale(row);
    },
    cell: (row) => {
      const found = of(row);
      if (found === null) return <span className="dim">{none}</span>;
      return (
        <span className="figure-with">
          {print(found.value, row)}{" "}
          <span className="margin">
            {t("reports.margin")} {print(found.margin, row)}
          </span>
        </span>
      );
    },
  });
  return {
    number: (key: string, head: string, of: (row: Row) => Estimate) =>
      figure(
        key,
        head,
        of,
        (value) => format.number(value),
        () => 1,
        "–",
      ),
    share: (key: string, head: string, of: (row: Row) => Estimate | null) =>
      figure(
        key,
        head,
        of,
        (value) => format.percent(value, 2),
        () => 10_000,
        "–",
      ),
    money: (
      key: string,
      head: string,
      of: (row: Row) => Estimate | null,
      currencyOf: (row: Row) => string,
    ) =>
      figure(
        key,
        head,
        of,
        (value, row) => format.money(value, currencyOf(row)),
        (row) => 10 ** digitsOf(currencyOf(row)),
        t("reports.nobody"),
      ),
  };
}

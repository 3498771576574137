import type { ReactNode } from "react";
import type { TableColumn } from "../../../parts/table.tsx";
import { digitsOf, useFormat } from "../../../text/format.ts";

/** Columns that most tables are made of: words, counts, and money in its currency. */
export function useColumns<Row>() {
  const format = useFormat();
  return {
    text: (
      key: string,
      head: string,
      value: (row: Row) => string,
      cell: (row: Row) => ReactNode = value,
    ): TableColumn<Row> => ({ key, head, isText: true, value, cell }),
    /** A number as it is sorted and printed; `cell` says it in another way. */
    count: (
      key: string,
      head: string,
      value: (row: Row) => number,
      cell: (row: Row) => ReactNode = (row) => format.number(Math.round(value(row))),
    ): TableColumn<Row> => ({ key, head, value, cell }),
    /** Minor units of a currency; exported in whole units of it. */
    money: (
      key: string,
      head: string,
      minorOf: (row: Row) => number,
      currencyOf: (row: Row) => string,
      cell: (row: Row) => ReactNode = (row) => format.money(minorOf(row), currencyOf(row)),
    ): TableColumn<Row> => ({
      key,
      head,
      value: (row) => minorOf(row) / 10 ** digitsOf(currencyOf(row)),
      cell,
    }),
    /** Something to do with a row, or a drawing of it: neither sorted nor exported. */
    bare: (key: string, head: ReactNode, cell: (row: Row) => ReactNode): TableColumn<Row> => ({
      key,
      head,
      cell,
    }),
  };
}

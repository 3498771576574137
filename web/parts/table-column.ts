import type { ReactNode } from "react";

/** A column of a table, or a fact of a row's card. */
export type TableColumn<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** What it is sorted and exported by; a column without one does neither. */
  value?: (row: Row) => string | number;
  isText?: boolean;
};

import { Button } from "@mantine/core";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { csvText } from "./csv.ts";
import { saveText } from "./download.ts";

export type TableColumn<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** What it is sorted and exported by; a column without one does neither. */
  value?: (row: Row) => string | number;
  isText?: boolean;
};

type Props<Row> = {
  rows: readonly Row[];
  columns: readonly TableColumn<Row>[];
  rowKey: (row: Row) => string;
  caption: string;
  onOpen?: (row: Row) => void;
  /** File name of the export, without ending; no export when left out. */
  exportAs?: string;
  sortBy?: string;
  footer?: ReactNode;
  rowsShown?: number;
};

function downloadCsv<Row>(
  name: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): void {
  const exported = columns.filter((column) => column.value !== undefined);
  const head = exported.map(({ head: text, key }) => (typeof text === "string" ? text : key));
  const lines = rows.map((row) => exported.map((column) => column.value?.(row) ?? ""));
  saveText(`${name}.csv`, csvText([head, ...lines]), "text/csv");
}

/** A dense table: sorts by its heads, keeps its first column in view, exports what it shows. */
export function DataTable<Row>({
  rows,
  columns,
  rowKey,
  caption,
  onOpen,
  exportAs,
  sortBy,
  footer,
  rowsShown = 100,
}: Props<Row>) {
  const { t } = useTranslation("frame");
  const [sort, setSort] = useState<{ key: string; isDown: boolean } | null>(
    sortBy === undefined ? null : { key: sortBy, isDown: true },
  );
  const [shown, setShown] = useState(rowsShown);
  const sorted = useMemo(() => {
    const by = columns.find((column) => column.key === sort?.key)?.value;
    if (sort === null || by === undefined) return rows;
    const order = sort.isDown ? -1 : 1;
    return rows.toSorted((a, b) => {
      const [x, y] = [by(a), by(b)];
      const less =
        typeof x === "string" || typeof y === "string" ? String(x).localeCompare(String(y)) : x - y;
      return order * less || rowKey(a).localeCompare(rowKey(b));
    });
  }, [rows, columns, sort, rowKey]);
  const turn = (key: string) =>
    setSort(sort?.key === key ? { key, isDown: !sort.isDown } : { key, isDown: true });
  return (
    <>
      <div className="table-wrap" tabIndex={0} role="region" aria-label={caption}>
        <table className="table">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  className={column.isText === true ? "left" : undefined}
                  aria-sort={
                    sort?.key === column.key
                      ? sort.isDown
                        ? "descending"
                        : "ascending"
                      : undefined
                  }
                >
                  {column.value === undefined ? (
                    column.head
                  ) : (
                    <button type="button" className="sort" onClick={() => turn(column.key)}>
                      {column.head}
                      <span aria-hidden="true">
                        {sort?.key === column.key ? (sort.isDown ? " ↓" : " ↑") : ""}
                      </span>
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, shown).map((row) => (
              <tr
                key={rowKey(row)}
                data-clickable={onOpen === undefined ? undefined : true}
                onClick={onOpen === undefined ? undefined : () => onOpen(row)}
              >
                {columns.map((column) => (
                  <td key={column.key} className={column.isText === true ? "left" : "num"}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          {footer === undefined ? null : <tfoot>{footer}</tfoot>}
        </table>
      </div>
      {sorted.length <= shown && exportAs === undefined ? null : (
        <div className="row" style={{ padding: "8px 16px", justifyContent: "space-between" }}>
          {sorted.length > shown ? (
            <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + rowsShown)}>
              {t("showMore", { left: sorted.length - shown })}
            </Button>
          ) : (
            <span className="dim">{t("rows", { count: sorted.length })}</span>
          )}
          {exportAs === undefined ? null : (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => downloadCsv(exportAs, columns, sorted)}
            >
              {t("exportCsv")}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { csvText } from "./csv.ts";
import { saveText } from "./download.ts";
import { type CardShape, RowCards } from "./row-cards.tsx";
import type { TableColumn } from "./table-column.ts";

export type { TableColumn };

type Props<Row> = {
  rows: readonly Row[];
  columns: readonly TableColumn<Row>[];
  rowKey: (row: Row) => string;
  caption: string;
  onOpen?: (row: Row) => void;
  /** File name of the export, without ending; no export when left out. */
  exportAs?: string | undefined;
  sortBy?: string;
  footer?: ReactNode;
  rowsShown?: number;
  /** How a row looks on a phone; without it the table is scrolled sideways. */
  card?: CardShape;
};

const phone = "(max-width: 760px)";

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

type Sort = { key: string; isDown: boolean };

function sortRows<Row>(
  { rows, columns, rowKey }: Pick<Props<Row>, "rows" | "columns" | "rowKey">,
  sort: Sort | null,
): readonly Row[] {
  const by = columns.find((column) => column.key === sort?.key)?.value;
  if (sort === null || by === undefined) return rows;
  const order = sort.isDown ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [by(a), by(b)];
    const less =
      typeof x === "string" || typeof y === "string" ? String(x).localeCompare(String(y)) : x - y;
    return order * less || rowKey(a).localeCompare(rowKey(b));
  });
}

/** A column's head; where the column can be sorted by, a button that says how it is. */
function Head<Row>({
  column,
  sort,
  onTurn,
}: {
  column: TableColumn<Row>;
  sort: Sort | null;
  onTurn: (key: string) => void;
}) {
  const isSorted = sort?.key === column.key;
  return (
    <th
      scope="col"
      className={column.isText === true ? "left" : undefined}
      aria-sort={isSorted ? (sort.isDown ? "descending" : "ascending") : undefined}
    >
      {column.value === undefined ? (
        column.head
      ) : (
        <button type="button" className="sort" onClick={() => onTurn(column.key)}>
          {column.head}
          <span aria-hidden="true">{isSorted ? (sort.isDown ? " ↓" : " ↑") : ""}</span>
        </button>
      )}
    </th>
  );
}

function Foot<Row>({
  rows,
  left,
  onMore,
  columns,
  exportAs,
}: Pick<Props<Row>, "rows" | "columns" | "exportAs"> & { left: number; onMore: () => void }) {
  const { t } = useTranslation("frame");
  if (left === 0 && exportAs === undefined) return null;
  return (
    <div className="row table-foot">
      {left > 0 ? (
        <Button variant="subtle" size="compact-sm" onClick={onMore}>
          {t("showMore", { left })}
        </Button>
      ) : (
        <span className="dim">{t("rows", { count: rows.length })}</span>
      )}
      {exportAs === undefined ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => downloadCsv(exportAs, columns, rows)}
        >
          {t("exportCsv")}
        </Button>
      )}
    </div>
  );
}

/** The table itself, its rows as they are given. */
function Grid<Row>({
  rows,
  columns,
  rowKey,
  caption,
  onOpen,
  footer,
  sort,
  onTurn,
}: Props<Row> & { sort: Sort | null; onTurn: (key: string) => void }) {
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={caption}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onTurn={onTurn} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
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
  );
}

/** A dense table: sorts by its heads, keeps its first column in view, exports what it shows. */
export function DataTable<Row>(props: Props<Row>) {
  const { rows, columns, rowKey, caption, exportAs, sortBy, card, rowsShown = 100 } = props;
  const isPhone = useMediaQuery(phone, undefined, { getInitialValueInEffect: false });
  const [sort, setSort] = useState<Sort | null>(
    sortBy === undefined ? null : { key: sortBy, isDown: true },
  );
  const [shown, setShown] = useState(rowsShown);
  const sorted = useMemo(
    () => sortRows({ rows, columns, rowKey }, sort),
    [rows, columns, sort, rowKey],
  );
  const turn = (key: string) =>
    setSort(sort?.key === key ? { key, isDown: !sort.isDown } : { key, isDown: true });
  return (
    <>
      {isPhone && card !== undefined ? (
        <RowCards
          rows={sorted.slice(0, shown)}
          columns={columns}
          rowKey={rowKey}
          caption={caption}
          shape={card}
        />
      ) : (
        <Grid {...props} rows={sorted.slice(0, shown)} sort={sort} onTurn={turn} />
      )}
      <Foot
        rows={sorted}
        left={Math.max(0, sorted.length - shown)}
        onMore={() => setShown(shown + rowsShown)}
        columns={columns}
        exportAs={exportAs}
      />
    </>
  );
}

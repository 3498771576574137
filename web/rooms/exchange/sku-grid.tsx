import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { NewRow } from "./new-rows.ts";
import { currencyOf, gridFields, type Item, type TypedItem } from "./product-edit.ts";
import { SkuCell } from "./sku-cell.tsx";

const rowsShown = 200;

export type GridRow = {
  /** The SKU, or the id of a row that is being typed. */
  id: string;
  item: Item;
  facts: TypedItem;
  /** What was typed of a SKU that the product does not have yet. */
  fresh: NewRow | null;
};

type Grid = {
  rows: readonly GridRow[];
  optionNames: readonly string[];
  /** `<id of row> <field>` of each cell that cannot be taken. */
  faults: ReadonlySet<string>;
  readOnly: boolean;
  onFacts: (facts: Readonly<Record<string, TypedItem>>) => void;
  onFresh: (row: NewRow) => void;
  onRemove: (id: string) => void;
};

/** Arrow keys and Enter go from cell to cell, as in a spreadsheet. */
function useGridKeys(rows: number) {
  const table = useRef<HTMLTableElement>(null);
  const go = (row: number, column: number) =>
    table.current
      ?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)
      ?.focus({ preventScroll: false });
  const onKey = (event: KeyboardEvent, row: number, column: number) => {
    const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    go(Math.min(rows - 1, Math.max(0, row + step)), column);
  };
  return { table, onKey };
}

/** Cells copied from a spreadsheet fill the grid from one cell on, to the right and down. */
function pasted(block: string, rows: readonly GridRow[], at: readonly [number, number]) {
  const facts: Record<string, TypedItem> = {};
  const lines = block.replace(/\r?\n$/, "").split(/\r?\n/);
  for (const [down, line] of lines.entries()) {
    const row = rows[at[0] + down];
    if (row === undefined) break;
    let filled = row.facts;
    for (const [right, text] of line.split("\t").entries()) {
      const field = gridFields[at[1] + right];
      if (field !== undefined) filled = { ...filled, [field]: text.trim() };
    }
    facts[row.id] = filled;
  }
  return facts;
}

type HeadProps = Pick<Grid, "optionNames" | "faults" | "onFresh"> & {
  row: GridRow;
  place: number;
};

/** The fields into which a new SKU and its options are typed. */
function FreshFields({
  row,
  fresh,
  place,
  optionNames,
  faults,
  onFresh,
}: HeadProps & { fresh: NewRow }) {
  const { t } = useTranslation("exchange");
  const { id } = row;
  const setOption = (at: number, text: string) =>
    onFresh({
      ...fresh,
      options: optionNames.map((_, each) => (each === at ? text : (fresh.options[each] ?? ""))),
    });
  return (
    <>
      <input
        className="cell cell-text"
        aria-label={t("newSku", { row: place + 1 })}
        aria-invalid={faults.has(`${id} sku`)}
        placeholder={t("skuExample")}
        value={fresh.sku}
        maxLength={64}
        onChange={(event) => onFresh({ ...fresh, sku: event.currentTarget.value })}
      />
      {optionNames.map((name, at) => (
        <input
          key={name}
          className="cell cell-text"
          aria-label={t("optionOf", { row: place + 1, name })}
          aria-invalid={faults.has(`${id} option${at}`)}
          placeholder={name}
          value={fresh.options[at] ?? ""}
          maxLength={255}
          onChange={(event) => setOption(at, event.currentTarget.value)}
        />
      ))}
    </>
  );
}

/** Which SKU a row is, and the way to be rid of it. */
function RowHead({ name, onRemove, ...head }: HeadProps & { name: string; onRemove?: () => void }) {
  const { t } = useTranslation("exchange");
  const { fresh, item } = head.row;
  return (
    <th scope="row">
      <span className="row-head">
        {fresh === null ? (
          <span>
            <span className="mono">{item.sku}</span>
            {item.options.length === 0 ? null : (
              <span className="dim"> {item.options.join(" / ")}</span>
            )}
          </span>
        ) : (
          <FreshFields {...head} fresh={fresh} />
        )}
        {onRemove === undefined ? null : (
          <button
            type="button"
            className="cell-act push"
            aria-label={t("removeSku", { sku: name })}
            title={t("removeSku", { sku: name })}
            onClick={onRemove}
          >
            ✕
          </button>
        )}
      </span>
    </th>
  );
}

function Head() {
  const { t } = useTranslation("exchange");
  return (
    <thead>
      <tr>
        <th scope="col">{t("sku")}</th>
        {gridFields.map((field) => (
          <th key={field} scope="col">
            {t(`fields.${field}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The facts of every SKU as a grid: arrow keys, paste from Excel, stand-ins in the gaps. */
export function SkuGrid({ rows, readOnly, faults, onFacts, onRemove, ...head }: Grid) {
  const { t } = useTranslation("exchange");
  const shown = rows.slice(0, rowsShown);
  const { table, onKey } = useGridKeys(shown.length);
  const mayRemove = !readOnly && rows.length > 1;
  const onPaste = (event: ClipboardEvent, row: number, column: number) => {
    const block = event.clipboardData.getData("text/plain");
    if (readOnly || !/[\t\n]/.test(block)) return;
    event.preventDefault();
    onFacts(pasted(block, shown, [row, column]));
  };
  const nameOf = ({ fresh, item }: GridRow, place: number) =>
    fresh === null ? item.sku : fresh.sku || t("unnamedSku", { row: place + 1 });
  return (
    <>
      <div className="table-wrap" tabIndex={0} role="region" aria-label={t("skusNote")}>
        <table className="table grid-table" ref={table}>
          <Head />
          <tbody>
            {shown.map((one, row) => (
              <tr key={one.id} className={one.fresh === null ? undefined : "fresh-row"}>
                <RowHead
                  row={one}
                  place={row}
                  name={nameOf(one, row)}
                  faults={faults}
                  {...head}
                  {...(mayRemove ? { onRemove: () => onRemove(one.id) } : {})}
                />
                {gridFields.map((field, column) => (
                  <td key={field} data-label={t(`fields.${field}`)}>
                    <SkuCell
                      {...{ item: one.item, field, row, column, readOnly, onKey, onPaste }}
                      name={nameOf(one, row)}
                      text={one.facts[field]}
                      isBad={faults.has(`${one.id} ${field}`)}
                      onType={(text) => onFacts({ [one.id]: { ...one.facts, [field]: text } })}
                    />
                    {field === "cost" ? <span className="dim"> {currencyOf(one.item)}</span> : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > rowsShown ? (
        <p className="soft card-body">{t("skusMore", { count: rows.length - rowsShown })}</p>
      ) : null}
    </>
  );
}

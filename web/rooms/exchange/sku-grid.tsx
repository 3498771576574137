import { Tooltip } from "@mantine/core";
import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import {
  batteries,
  currencyOf,
  decimalOf,
  type GridField,
  gridFields,
  type Item,
  type Product,
  typedOf,
  type TypedItem,
} from "./product-edit.ts";

const rowsShown = 200;

type Grid = {
  product: Product;
  typed: Readonly<Record<string, TypedItem>>;
  faults: ReadonlySet<string>;
  readOnly: boolean;
  onChange: (typed: Record<string, TypedItem>) => void;
};

/** What the market reckons with where the enterprise said nothing. */
function useStandIn() {
  const { t } = useTranslation("exchange");
  return (item: Item, field: GridField): string => {
    const { used } = item;
    if (used === null || field === "gtin") return "";
    if (field === "cost") return decimalOf(used.unitCostMinor, used.costCurrency);
    if (field === "size") return used.sizeMm.join(" × ");
    if (field === "origin") return used.origin.toUpperCase();
    if (field === "battery") return t(`batteries.${used.battery}`);
    return String(used[field]);
  };
}

const factOf: Partial<Record<GridField, string>> = { weightG: "weight" };

/** The sentence of an assumption: on what ground the stand-in was taken. */
function useGround() {
  const { t } = useTranslation("exchange");
  return (item: Item, field: GridField): string | null => {
    const fact = factOf[field] ?? field;
    const found = item.assumed.find((one) => one.fact === fact);
    return found === undefined ? null : t(`grounds.${found.basis}`, found.facts);
  };
}

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

type CellProps = {
  item: Item;
  field: GridField;
  row: number;
  column: number;
  text: string;
  isBad: boolean;
  readOnly: boolean;
  onType: (text: string) => void;
  onKey: (event: KeyboardEvent, row: number, column: number) => void;
  onPaste: (event: ClipboardEvent, row: number, column: number) => void;
};

function Cell({ item, field, row, column, text, isBad, readOnly, onType, ...on }: CellProps) {
  const { t } = useTranslation("exchange");
  const standIn = useStandIn()(item, field);
  const why = useGround()(item, field);
  const shared = {
    className: "cell",
    "data-cell": `${row} ${column}`,
    "data-field": field,
    "aria-label": t("cellOf", { sku: item.sku, field: t(`fields.${field}`) }),
    "aria-invalid": isBad,
    value: text,
    onChange: (event: { currentTarget: { value: string } }) => onType(event.currentTarget.value),
  };
  const cell =
    field === "battery" ? (
      <select {...shared} disabled={readOnly}>
        <option value="">{standIn === "" ? t("none") : `${standIn} ${t("assumedMark")}`}</option>
        {batteries.map((battery) => (
          <option key={battery} value={battery}>
            {t(`batteries.${battery}`)}
          </option>
        ))}
      </select>
    ) : (
      <input
        {...shared}
        placeholder={standIn}
        readOnly={readOnly}
        onKeyDown={(event) => on.onKey(event, row, column)}
        onPaste={(event) => on.onPaste(event, row, column)}
      />
    );
  if (why === null) return cell;
  return (
    <Tooltip label={why} multiline maw={280}>
      {cell}
    </Tooltip>
  );
}

/** Cells copied from a spreadsheet fill the grid from one cell on, to the right and down. */
function pasted(block: string, items: readonly Item[], typed: Grid["typed"], at: [number, number]) {
  const next = { ...typed };
  const lines = block.replace(/\r?\n$/, "").split(/\r?\n/);
  for (const [down, line] of lines.entries()) {
    const item = items[at[0] + down];
    if (item === undefined) break;
    for (const [right, text] of line.split("\t").entries()) {
      const field = gridFields[at[1] + right];
      if (field === undefined) break;
      next[item.sku] = { ...(next[item.sku] ?? typedOf(item)), [field]: text.trim() };
    }
  }
  return next;
}

/** The facts of every SKU as a grid: arrow keys, paste from Excel, stand-ins in the gaps. */
export function SkuGrid({ product, typed, faults, readOnly, onChange }: Grid) {
  const { t } = useTranslation("exchange");
  const items = product.items.slice(0, rowsShown);
  const { table, onKey } = useGridKeys(items.length);
  const textOf = (item: Item) => typed[item.sku] ?? typedOf(item);
  const onPaste = (event: ClipboardEvent, row: number, column: number) => {
    const block = event.clipboardData.getData("text/plain");
    if (readOnly || !/[\t\n]/.test(block)) return;
    event.preventDefault();
    onChange(pasted(block, items, typed, [row, column]));
  };
  return (
    <>
      <div className="table-wrap" tabIndex={0} role="region" aria-label={t("skusNote")}>
        <table className="table grid-table" ref={table}>
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
          <tbody>
            {items.map((item, row) => (
              <tr key={item.sku}>
                <th scope="row">
                  <span className="mono">{item.sku}</span>
                  {item.options.length === 0 ? null : (
                    <span className="dim"> {item.options.join(" / ")}</span>
                  )}
                </th>
                {gridFields.map((field, column) => (
                  <td key={field}>
                    <Cell
                      {...{ item, field, row, column, readOnly, onKey, onPaste }}
                      text={textOf(item)[field]}
                      isBad={faults.has(`${item.sku} ${field}`)}
                      onType={(text) =>
                        onChange({ ...typed, [item.sku]: { ...textOf(item), [field]: text } })
                      }
                    />
                    {field === "cost" ? <span className="dim"> {currencyOf(item)}</span> : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {product.items.length > rowsShown ? (
        <p className="soft card-body">
          {t("skusMore", { count: product.items.length - rowsShown })}
        </p>
      ) : null}
    </>
  );
}

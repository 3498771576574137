import type { TableColumn } from "./table-column.ts";

/** Which columns a row's card shows on a phone, by their keys; the others are left to the table. */
export type CardShape = {
  head: string;
  /** Beside the head, e.g. a state. */
  mark?: string;
  facts: readonly string[];
  /** Across the card below the facts: words that need its whole width. */
  text?: string;
  /** Below, across the card: what is done with the row. */
  act?: string;
};

/** Rows as cards: on a phone a wide table hides the very columns that one came for. */
export function RowCards<Row>({
  rows,
  columns,
  rowKey,
  caption,
  shape,
}: {
  rows: readonly Row[];
  columns: readonly TableColumn<Row>[];
  rowKey: (row: Row) => string;
  caption: string;
  shape: CardShape;
}) {
  const column = (key: string | undefined) => columns.find((one) => one.key === key);
  const facts = shape.facts.flatMap((key) => column(key) ?? []);
  const mark = column(shape.mark);
  const text = column(shape.text);
  const act = column(shape.act);
  return (
    <ul className="row-cards" aria-label={caption}>
      {rows.map((row) => (
        <li key={rowKey(row)}>
          <div className="row-card-head">
            {column(shape.head)?.cell(row)}
            {mark === undefined ? null : <span className="row-card-mark">{mark.cell(row)}</span>}
          </div>
          <dl>
            {facts.map(({ key, head, cell }) => (
              <div key={key}>
                <dt>{head}</dt>
                <dd>{cell(row)}</dd>
              </div>
            ))}
          </dl>
          {text === undefined ? null : <div className="row-card-act">{text.cell(row)}</div>}
          {act === undefined ? null : (
            <div className="row-card-act">
              <span className="dim">{act.head}</span>
              {act.cell(row)}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

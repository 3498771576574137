import { measureFigure } from "@echelon/contract/assessment/measure-figure.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";
import type { Competency } from "./framework-map.ts";
import type { PieceView } from "./standing.ts";

type Event = PieceView["shown"][number] & { readonly place: number };

/** The store's log of the day on which it was decided, where it can be opened. */
function useColumns(
  { context, store }: PieceView,
  rule: Competency["rule"],
  isOpen: boolean,
): TableColumn<Event>[] {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  const room = isOpen && context.kind === "season" && store !== null;
  return [
    {
      key: "day",
      head: t("event.day"),
      isText: true,
      value: ({ day }) => day,
      cell: ({ day }) =>
        room ? (
          <Link
            to={`/s/${context.id}/${store}/insight`}
            search={{ tab: "log", day: String(day) } as never}
          >
            {t("event.dayNumber", { day })}
          </Link>
        ) : (
          t("event.dayNumber", { day })
        ),
    },
    {
      key: "value",
      head: format.name(rule.measureName),
      value: ({ value }) => value,
      cell: ({ value }) => measureFigure(rule.unit, value),
    },
    {
      key: "count",
      head: t("event.count"),
      value: ({ count }) => count,
      cell: ({ count }) => format.number(count),
    },
    {
      key: "sku",
      head: t("event.sku"),
      isText: true,
      value: ({ sku }) => sku ?? "",
      cell: ({ sku }) =>
        sku === null ? <span className="dim">–</span> : <span className="mono">{sku}</span>,
    },
    {
      key: "decisions",
      head: t("event.decisions"),
      value: ({ decisions }) => decisions.length,
      cell: ({ decisions }) => format.number(decisions.length),
    },
  ];
}

function Table(props: { piece: PieceView; rule: Competency["rule"]; isOpen: boolean }) {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  const { piece, rule, isOpen } = props;
  const columns = useColumns(piece, rule, isOpen);
  const rows = piece.shown.map((event, place): Event => ({ ...event, place }));
  const listed = piece.shown.reduce((sum, { count }) => sum + count, 0);
  const left = piece.events - listed;
  return (
    <>
      <DataTable
        rows={rows}
        columns={columns}
        rowKey={({ place }) => String(place)}
        caption={t("event.caption", { date: format.date(piece.day) })}
        rowsShown={20}
      />
      {left > 0 ? <p className="soft">{t("event.left", { count: left })}</p> : null}
    </>
  );
}

/** The events behind a piece, made when somebody asks for them. */
export function PieceEvents(props: {
  piece: PieceView;
  rule: Competency["rule"];
  isOpen: boolean;
}) {
  const { t } = useTranslation("evidence");
  const [isShown, setShown] = useState(false);
  if (props.piece.shown.length === 0) return null;
  return (
    <details onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{t("showEvents")}</summary>
      {isShown ? <Table {...props} /> : null}
    </details>
  );
}

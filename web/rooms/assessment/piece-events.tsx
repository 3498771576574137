import { measureFigure } from "@echelon/contract/assessment/measure-figure.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";
import type { Competency } from "./framework-map.ts";
import type { PieceView } from "./standing.ts";

type Event = PieceView["shown"][number] & { readonly place: number };

type Rule = Competency["rule"];

/** The store's decision log, where the season's rooms open to who looks; null elsewhere. */
function logAddress({ context, store }: PieceView, isOpen: boolean): string | null {
  const isRoom = isOpen && context.kind === "season" && store !== null;
  return isRoom ? `/s/${context.id}/${store}/insight` : null;
}

/** A way into the log: to all of a day, or to some decisions alone. */
function LogLink({
  to,
  of,
  children,
}: {
  to: string | null;
  of: { day: string } | { numbers: string };
  children: string;
}) {
  if (to === null) return children;
  return (
    <Link to={to} search={{ tab: "log", ...of } as never}>
      {children}
    </Link>
  );
}

/** What the events have; a column in which none has anything is left out. */
function useColumns(piece: PieceView, rule: Rule, isOpen: boolean): TableColumn<Event>[] {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  const to = logAddress(piece, isOpen);
  const has = (isSo: (event: PieceView["shown"][number]) => boolean) => piece.shown.some(isSo);
  const day: TableColumn<Event> = {
    key: "day",
    head: t("event.day"),
    isText: true,
    value: (one) => one.day,
    cell: (one) => (
      <LogLink to={to} of={{ day: String(one.day) }}>
        {t("event.dayNumber", { day: one.day })}
      </LogLink>
    ),
  };
  const value: TableColumn<Event> = {
    key: "value",
    head: format.name(rule.measureName),
    value: (one) => one.value,
    cell: (one) => measureFigure(rule.unit, one.value),
  };
  const count: TableColumn<Event> = {
    key: "count",
    head: t("event.count"),
    value: (one) => one.count,
    cell: (one) => format.number(one.count),
  };
  const sku: TableColumn<Event> = {
    key: "sku",
    head: t("event.sku"),
    isText: true,
    value: (one) => one.sku ?? "",
    cell: (one) => <span className="mono">{one.sku ?? "–"}</span>,
  };
  const decisions: TableColumn<Event> = {
    key: "decisions",
    head: t("event.decisions"),
    value: (one) => one.decisions.length,
    cell: ({ decisions: of }) =>
      of.length === 0 ? (
        "–"
      ) : (
        <LogLink to={to} of={{ numbers: of.join(",") }}>
          {t("event.show", { count: of.length })}
        </LogLink>
      ),
  };
  return [
    day,
    value,
    ...(has((one) => one.count > 1) ? [count] : []),
    ...(has((one) => one.sku !== null) ? [sku] : []),
    ...(has((one) => one.decisions.length > 0) ? [decisions] : []),
  ];
}

function Table(props: { piece: PieceView; rule: Rule; isOpen: boolean }) {
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
export function PieceEvents(props: { piece: PieceView; rule: Rule; isOpen: boolean }) {
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

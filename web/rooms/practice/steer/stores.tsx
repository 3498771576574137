import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../api/query.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { fileName } from "../../../parts/download.ts";
import { MoneyText } from "../../../parts/figures.tsx";
import { Card, Empty, Loaded } from "../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../parts/table.tsx";
import { useFormat } from "../../../text/format.ts";
import { pointsOf, pointsText } from "../points.ts";
import { HandBack } from "../hand-back.tsx";
import { AutopilotSince } from "../autopilot-badge.tsx";
import { ProgramBadge } from "../program-badge.tsx";
import { ScoringValue, sortable } from "../scoring-value.tsx";
import { useStoreName } from "../store-name.ts";
import { AdjustDrawer } from "./adjust-drawer.tsx";
import { leaguesOf, type Tile } from "./tiles.ts";

/** What the integrity record of each store is worth, and the way to it. */
function useRecordColumn(): TableColumn<Tile>[] {
  const { t } = useTranslation("record");
  const format = useFormat();
  const { id, modules } = useSeason();
  if (!modules.temptations) return [];
  return [
    {
      key: "record",
      head: t("title"),
      value: ({ recordMilli }) => pointsOf(recordMilli),
      cell: ({ store, recordMilli }) => (
        <Link to={`/s/${id}/${store}/insight`} search={{ tab: "record" } as never}>
          {pointsText(recordMilli, format.number)}
        </Link>
      ),
    },
  ];
}

function useStoreColumns(onAdjust: (tile: Tile) => void): TableColumn<Tile>[] {
  const { t } = useTranslation(["steer", "scoring"]);
  const format = useFormat();
  const { id, booksCurrency: currency, maySteer, scoring } = useSeason();
  const nameOf = useStoreName();
  const money = (key: "profitMinor" | "revenueMinor" | "cashMinor") => ({
    key,
    head: t(`stores.${key}`),
    value: (tile: Tile) => tile[key],
    cell: (tile: Tile) => <MoneyText minor={tile[key]} currency={currency} />,
  });
  return [
    {
      key: "name",
      head: t("stores.name"),
      isText: true,
      value: nameOf,
      cell: (tile) => (
        <>
          <Link to={`/s/${id}/${tile.store}/today`}>{nameOf(tile)}</Link>{" "}
          {tile.isAgent ? <ProgramBadge /> : null}
          <AutopilotSince day={tile.autopilotSince} />
        </>
      ),
    },
    {
      key: "people",
      head: t("stores.people"),
      isText: true,
      value: (tile) => tile.members.join(" "),
      cell: (tile) => tile.members.join(t("comma")),
    },
    { key: "rank", head: t("stores.rank"), value: (tile) => tile.rank, cell: (tile) => tile.rank },
    {
      key: "score",
      head: t(`heads.${scoring}`),
      value: (tile) => sortable(tile.value),
      cell: (tile) => <ScoringValue value={tile.value} scoring={scoring} currency={currency} />,
    },
    ...useRecordColumn(),
    money("profitMinor"),
    money("revenueMinor"),
    money("cashMinor"),
    {
      key: "orders",
      head: t("stores.orders"),
      value: (tile) => tile.orders,
      cell: (tile) => format.number(tile.orders),
    },
    {
      key: "idle",
      head: t("stores.idle"),
      value: (tile) => tile.daysSinceDecision,
      cell: (tile) => tile.daysSinceDecision,
    },
    {
      key: "acts",
      head: <span className="visually-hidden">{t("stores.acts")}</span>,
      cell: (tile) =>
        maySteer ? (
          <span className="row">
            <Button variant="default" size="compact-sm" onClick={() => onAdjust(tile)}>
              {t("adjust.open")}
            </Button>
            <HandBack tile={tile} />
          </span>
        ) : null,
    },
  ];
}

/** All stores in a table, and a line in the books of one of them. */
export default function Stores() {
  const { t } = useTranslation("steer");
  const season = useSeason();
  const wall = useAnswer("GET /practice/seasons/:season/wall", { where: { season: season.id } });
  const [adjusted, setAdjusted] = useState<Tile | null>(null);
  const columns = useStoreColumns(setAdjusted);
  return (
    <Card title={t("stores.title")} note={t("storeCount", { count: season.stores })} flush>
      <Loaded of={wall}>
        {({ tiles }) =>
          tiles.length === 0 ? (
            <Empty title={t("wall.nobody.title")} text={t("wall.nobody.text")} />
          ) : (
            <DataTable
              rows={leaguesOf(tiles).flat()}
              columns={columns}
              rowKey={(tile) => String(tile.store)}
              caption={t("stores.title")}
              exportAs={fileName(season.name, t("stores.title"))}
              card={{
                head: "name",
                mark: "rank",
                facts: ["people", "score", "profitMinor", "cashMinor", "orders", "idle"],
                act: "acts",
              }}
            />
          )
        }
      </Loaded>
      <AdjustDrawer key={adjusted?.store ?? -1} tile={adjusted} onClose={() => setAdjusted(null)} />
    </Card>
  );
}

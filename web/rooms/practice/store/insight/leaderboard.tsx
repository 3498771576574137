import { isBanded } from "@echelon/kernel/market/scoring/scorings.ts";
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { MoneyText } from "../../../../parts/figures.tsx";
import { Card, Empty, Loaded } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import Agents from "../../agents.tsx";
import { BandCell, BandNote, useBandRange } from "../../band-text.tsx";
import { AutopilotBadge } from "../../autopilot-badge.tsx";
import { ProgramBadge } from "../../program-badge.tsx";
import { ScoringValue, sortable } from "../../scoring-value.tsx";
import { useStoreName } from "../../store-name.ts";
import { useColumns } from "../use-columns.tsx";
import { useStorePlace } from "../use-store.ts";

type Board = Answer<"GET /practice/seasons/:season/leaderboard">;
type Row = Board["rows"][number];

const boardCard = {
  head: "store",
  mark: "rank",
  facts: ["score", "band", "profit", "orders"],
};

/** Where everybody stands; in the own practice, the programs that were let in to compare with. */
export default function Leaderboard() {
  const { season } = useStorePlace();
  return (
    <div className="grid">
      <Board />
      {season.isRehearsal ? <Agents /> : null}
    </div>
  );
}

/** Every store by score, with the profit that skilled bots make as the line to beat. */
function Board() {
  const { t } = useTranslation("report");
  const { season } = useStorePlace();
  const answer = useAnswer(
    "GET /practice/seasons/:season/leaderboard",
    { where: { season: season.id } },
    { enabled: season.day > 1 },
  );
  if (season.day <= 1) {
    return (
      <Card>
        <Empty title={t("board.none")} text={t("board.noneText")} />
      </Card>
    );
  }
  return <Loaded of={answer}>{(board) => <BoardTable board={board} />}</Loaded>;
}

function BoardTable({ board }: { board: Board }) {
  const { t } = useTranslation(["report", "ledger", "luck", "agents", "scoring"]);
  const { season } = useStorePlace();
  const format = useFormat();
  const range = useBandRange();
  const mine = board.rows.find(({ isMine }) => isMine);
  const programs = board.rows.filter(({ isAgent }) => isAgent);
  const hasBands = board.rows.some(({ band }) => band !== null);
  const columns = useBoardColumns(hasBands);
  if (board.ranking === "hidden")
    return (
      <Card title={t("insight.tabs.standing")}>
        <Empty title={t("hidden.title")} text={t("hidden.text")} />
      </Card>
    );
  return (
    <Card title={t("insight.tabs.standing")} note={t("endOf", { day: board.day })} flush>
      {board.ranking === "frozen" ? (
        <p className="card-body">{t("frozen", { day: board.day })}</p>
      ) : null}
      <p className="card-body soft">
        {t("of", { name: t(`names.${board.scoring}`) })} {t(`texts.${board.scoring}`)}{" "}
        {t("board.par", { money: format.money(board.parProfitMinor, season.booksCurrency) })}{" "}
        {t("profitHow")}
      </p>
      {season.state === "finished" && isBanded(season.scoring) ? (
        <div className="card-body">
          {mine?.band ? (
            <p>
              <strong>{t("band.mine", { rank: mine.rank, range: range(mine.band) })}</strong>
            </p>
          ) : null}
          <BandNote bands={board.rows.map(({ band }) => band)} />
        </div>
      ) : null}
      <Viewed board={board} columns={columns} />
      {programs.length === 0 ? null : (
        <>
          <div className="card-body">
            <h3>{t("league")}</h3>
            <p className="soft">{t("leagueNote")}</p>
          </div>
          <DataTable
            rows={programs}
            caption={t("league")}
            rowKey={({ store }) => String(store)}
            exportAs={`programs-${board.day}`}
            card={boardCard}
            columns={columns}
          />
        </>
      )}
    </Card>
  );
}

const views = ["all", "people", "mine"] as const;
/** Rows shown above and below one's own. */
const rowsAround = 5;

/** All stores, those of people, or those around one's own, which may stand below hundreds. */
function Viewed({ board, columns }: { board: Board; columns: TableColumn<Row>[] }) {
  const { t } = useTranslation(["report", "scoring"]);
  const [view, setView] = useState<(typeof views)[number]>("all");
  const all = board.rows.filter(({ isAgent }) => !isAgent);
  const people = all.filter(({ isBot }) => !isBot);
  const at = all.findIndex(({ isMine }) => isMine);
  const mine = all[at];
  const around = all.slice(Math.max(0, at - rowsAround), at + rowsAround + 1);
  return (
    <>
      <div className="card-body row row-wrap">
        <SegmentedControl
          aria-label={t("boardViews.label")}
          value={view}
          onChange={(next) => setView(views.find((one) => one === next) ?? "all")}
          data={views
            .filter((one) => one !== "mine" || mine !== undefined)
            .map((one) => ({ value: one, label: t(`boardViews.${one}`) }))}
        />
        {mine === undefined ? null : (
          <span className="soft">
            {t("boardViews.place", {
              rank: mine.rank,
              of: all.length,
              place: people.indexOf(mine) + 1,
              people: people.length,
            })}
          </span>
        )}
      </div>
      <DataTable
        key={view}
        rows={{ all, people, mine: around }[view]}
        caption={t("insight.tabs.standing")}
        rowKey={({ store }) => String(store)}
        exportAs={`leaderboard-${board.day}`}
        card={boardCard}
        columns={columns}
      />
    </>
  );
}

function useBoardColumns(hasBands: boolean): TableColumn<Row>[] {
  const { t } = useTranslation(["report", "luck", "scoring"]);
  const { season } = useStorePlace();
  const format = useFormat();
  const { text, count, money } = useColumns<Row>();
  const storeOf = useStoreName();
  const nameOf = (row: Row) =>
    row.isBot && row.name === "" ? t("board.bot", { number: row.store + 1 }) : storeOf(row);
  const bandColumn: TableColumn<Row> = {
    key: "band",
    head: t("band.head"),
    value: ({ band }) => band?.best ?? 0,
    cell: ({ band }) => <BandCell band={band} />,
  };
  const tenth = (value: number) => format.number(value, 1);
  return [
    text("store", t("board.store"), nameOf, (row) => (
      <span className={row.isMine ? "mine" : ""}>
        {nameOf(row)}{" "}
        {row.isMine ? <span className="badge badge-accent">{t("board.mine")}</span> : null}
        {row.isAgent ? <ProgramBadge /> : null}
        <AutopilotBadge of={row.autopilot} />
        {row.isBot ? <span className="badge">{t("board.isBot")}</span> : null}
      </span>
    )),
    count("rank", t("board.rank"), ({ rank }) => rank),
    ...(hasBands ? [bandColumn] : []),
    count(
      "change",
      t("board.change"),
      ({ change }) => change,
      ({ change }) => <RankChange change={change} />,
    ),
    {
      key: "score",
      head: t(`heads.${season.scoring}`),
      value: ({ value }) => sortable(value),
      cell: ({ value }) => (
        <ScoringValue value={value} scoring={season.scoring} currency={season.booksCurrency} />
      ),
    },
    money(
      "profit",
      t("board.profit"),
      ({ profitMinor }) => profitMinor,
      () => season.booksCurrency,
      ({ profitMinor }) => <MoneyText minor={profitMinor} currency={season.booksCurrency} />,
    ),
    count("orders", t("orders.tabs.orders"), ({ orders }) => orders),
    count(
      "rating",
      t("board.rating"),
      ({ ratingMilli }) => ratingMilli / 1000,
      ({ ratingMilli }) => (ratingMilli === 0 ? "–" : tenth(ratingMilli / 1000)),
    ),
  ];
}

function RankChange({ change }: { change: number }) {
  const { t } = useTranslation("report");
  if (change === 0) return <span className="dim">–</span>;
  return (
    <span className={change > 0 ? "up" : "down"}>
      <span aria-hidden="true">{change > 0 ? "▲" : "▼"}</span>{" "}
      <span className="visually-hidden">{t(change > 0 ? "board.up" : "board.down")}</span>
      {Math.abs(change)}
    </span>
  );
}

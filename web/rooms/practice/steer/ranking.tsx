import { Button, SegmentedControl, Select, Skeleton, Switch } from "@mantine/core";
import { scorings } from "@echelon/kernel/market/scoring/scorings.ts";
import { Link, useNavigate } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../../api/query.ts";
import { late } from "../../../frame/late.ts";
import { useAsked } from "../../../frame/room.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { fileName } from "../../../parts/download.ts";
import { MoneyText } from "../../../parts/figures.tsx";
import { Card, Empty, Loaded, Problem } from "../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../parts/table.tsx";
import { useFormat } from "../../../text/format.ts";
import { AutopilotBadge } from "../autopilot-badge.tsx";
import { ScoringValue, sortable } from "../scoring-value.tsx";
import { useStoreName } from "../store-name.ts";
import { type Board, type BoardRow, peopleOf } from "./ranking-rows.ts";
import { RevealBoard } from "./reveal-board.tsx";
import { seen } from "./use-steer.ts";

const ClassTasks = late(["tasks"], () => import("./class-tasks.tsx"));

const states = ["open", "frozen", "hidden"] as const;
const told = [...seen, "GET /practice/seasons/:season/leaderboard"] as const;

/** What students see of the ranking: a display alone, changed as often as a teacher likes. */
function Shown() {
  const { t } = useTranslation("scoring");
  const season = useSeason();
  const navigate = useNavigate();
  const rank = useAct("PUT /practice/seasons/:season/ranking", told);
  const hide = useAct("PUT /practice/seasons/:season/names", told);
  const where = { season: season.id };
  return (
    <Card title={t("steer.shown")}>
      <div className="form">
        <SegmentedControl
          aria-label={t("steer.shown")}
          value={season.ranking}
          disabled={!season.maySteer || rank.isPending}
          onChange={(value) =>
            rank.mutate({
              where,
              body: { ranking: states.find((one) => one === value) ?? "open" },
            })
          }
          data={states.map((one) => ({ value: one, label: t(`steer.states.${one}.name`) }))}
        />
        <p className="soft">
          {t(`steer.states.${season.ranking}.text`)}{" "}
          {season.rankingDay === null ? null : t("steer.frozenOn", { day: season.rankingDay })}
        </p>
        {rank.error === null ? null : <Problem error={rank.error} />}
        <Switch
          label={t("steer.names")}
          checked={season.areNamesHidden}
          disabled={!season.maySteer || hide.isPending}
          onChange={(event) =>
            hide.mutate({ where, body: { areHidden: event.currentTarget.checked } })
          }
        />
        {hide.error === null ? null : <Problem error={hide.error} />}
        <p className="dim">{t("steer.own")}</p>
        <div>
          <Button
            variant="default"
            onClick={() =>
              void navigate({
                to: `/t/${season.id}/season`,
                search: { tab: "ranking", projector: true },
              })
            }
          >
            {t("steer.reveal")}
          </Button>
        </div>
        <p className="soft">{t("steer.revealText")}</p>
      </div>
    </Card>
  );
}

function useRankColumns(board: Board): TableColumn<BoardRow>[] {
  const { t } = useTranslation("scoring");
  const format = useFormat();
  const { id, booksCurrency } = useSeason();
  const nameOf = useStoreName();
  return [
    {
      key: "rank",
      head: t("steer.rank"),
      value: ({ place }) => place,
      cell: ({ place }) => place,
    },
    {
      key: "name",
      head: t("steer.store"),
      isText: true,
      value: nameOf,
      cell: (row) => (
        <>
          <Link to={`/s/${id}/${row.store}/today`}>{nameOf(row)}</Link>{" "}
          <AutopilotBadge of={row.autopilot} />
        </>
      ),
    },
    {
      key: "value",
      head: t(`heads.${board.scoring}`),
      value: ({ value }) => sortable(value),
      cell: ({ value }) => (
        <ScoringValue value={value} scoring={board.scoring} currency={booksCurrency} />
      ),
    },
    {
      key: "profit",
      head: t("steer.profit"),
      value: ({ profitMinor }) => profitMinor,
      cell: ({ profitMinor }) => <MoneyText minor={profitMinor} currency={booksCurrency} />,
    },
    {
      key: "orders",
      head: t("steer.orders"),
      value: ({ orders }) => orders,
      cell: ({ orders }) => format.number(orders),
    },
  ];
}

function RankTable({ board }: { board: Board }) {
  const { t } = useTranslation("scoring");
  const season = useSeason();
  return (
    <DataTable
      rows={peopleOf(board)}
      columns={useRankColumns(board)}
      rowKey={({ store }) => String(store)}
      caption={t("steer.board")}
      exportAs={fileName(season.name, t(`names.${board.scoring}`))}
    />
  );
}

/** The class by the season's scoring, or by any other: to see what another rule would have said. */
function Compared() {
  const { t } = useTranslation("scoring");
  const season = useSeason();
  const [scoring, setScoring] = useState(season.scoring);
  const isRanked = (one: (typeof scorings)[number]) => one !== "checklist" || season.hasTasks;
  const answer = useAnswer(
    "GET /practice/seasons/:season/leaderboard",
    { where: { season: season.id }, asks: { scoring } },
    { enabled: season.day > 1, keepPrevious: true },
  );
  return (
    <Card title={t("steer.board")} flush>
      <div className="card-body form">
        <Select
          label={t("steer.by")}
          value={scoring}
          allowDeselect={false}
          onChange={(value) => setScoring(scorings.find((one) => one === value) ?? season.scoring)}
          data={scorings.filter(isRanked).map((one) => ({
            value: one,
            label:
              one === season.scoring
                ? `${t(`names.${one}`)} · ${t("steer.isOwn")}`
                : t(`names.${one}`),
          }))}
        />
        <p className="soft">
          {t(`texts.${scoring}`)} {t("worth")}
        </p>
      </div>
      {season.day <= 1 ? (
        <Empty title={t("steer.none.title")} text={t("steer.none.text")} />
      ) : (
        <Loaded of={answer}>{(board) => <RankTable board={board} />}</Loaded>
      )}
    </Card>
  );
}

/** The ranking from the teacher's side: what is shown of it, and what other rules would say. */
export default function Ranking() {
  const { hasTasks, day } = useSeason();
  const isShown = useAsked("projector") !== undefined;
  if (isShown) return <RevealBoard />;
  return (
    <div className="grid">
      <div className="grid-2-1">
        <Compared />
        <Shown />
      </div>
      {hasTasks && day > 1 ? (
        <Suspense fallback={<Skeleton height={160} aria-busy="true" />}>
          <ClassTasks />
        </Suspense>
      ) : null}
    </div>
  );
}

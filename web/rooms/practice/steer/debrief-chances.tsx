import "./debrief.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../../api/query.ts";
import type { Answer } from "../../../api/client.ts";
import { useAsked } from "../../../frame/room.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { fileName } from "../../../parts/download.ts";
import { Empty, Loaded, Problem } from "../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../parts/table.tsx";
import { useFormat } from "../../../text/format.ts";
import { useChanceText } from "../chance-text.ts";
import { useStoreName } from "../store-name.ts";

const does = "GET /practice/seasons/:season/chances";
type Chances = Answer<typeof does>;
type Row = Chances["stores"][number];

const pollMillis = 2_000;
/** What the last row of a room can read at once. */
const shownOnSlide = 5;

/** Each store's best missed chance: one decision changed and the days played again. */
export function Chances() {
  const { id } = useSeason();
  const answer = useAnswer(
    does,
    { where: { season: id } },
    { pollMillis: (found) => (found?.state === "searching" ? pollMillis : 0) },
  );
  return (
    <Loaded of={answer}>
      {(chances) => (chances.state === "none" ? <NotSought /> : <Found chances={chances} />)}
    </Loaded>
  );
}

function NotSought() {
  const { t } = useTranslation("lessons");
  return (
    <Empty title={t("missed.none.title")} text={t("missed.none.text")}>
      <Seek />
    </Empty>
  );
}

function Seek() {
  const { t } = useTranslation("lessons");
  const { id, maySteer } = useSeason();
  const seek = useAct("POST /practice/seasons/:season/chances", [does]);
  if (!maySteer) return null;
  return (
    <>
      <Button
        variant="default"
        loading={seek.isPending}
        onClick={() => seek.mutate({ where: { season: id } })}
      >
        {t("missed.seek")}
      </Button>
      {seek.error === null ? null : <Problem error={seek.error} />}
    </>
  );
}

function Found({ chances }: { chances: Chances }) {
  const { t } = useTranslation("lessons");
  const season = useSeason();
  const isShown = useAsked("projector") !== undefined;
  const { state, day, stores } = chances;
  const tried = stores.reduce((sum, one) => sum + one.tried, 0);
  const of = stores.reduce((sum, one) => sum + one.of, 0);
  const columns = useColumns();
  const gainOf = ({ best }: Row) =>
    best === null ? 0 : best.result.scoreMilli.would - best.result.scoreMilli.was;
  const rows = stores.toSorted((a, b) => gainOf(b) - gainOf(a) || a.rank - b.rank);
  return (
    <div className="form">
      <p className="soft" role="status">
        {state === "searching"
          ? t("missed.searching", { tried, of })
          : t("missed.text", { tried, day })}
      </p>
      {season.day - 1 !== day ? <Seek /> : null}
      <DataTable
        rows={isShown ? rows.filter(({ best }) => best !== null).slice(0, shownOnSlide) : rows}
        rowKey={({ store }) => String(store)}
        caption={t("missed.caption")}
        exportAs={fileName(season.name, t("missed.caption"))}
        card={{ head: "store", mark: "profit", facts: ["score", "rank"], act: "had" }}
        columns={columns}
      />
    </div>
  );
}

function useColumns(): TableColumn<Row>[] {
  const { t } = useTranslation("lessons");
  const format = useFormat();
  const { id } = useSeason();
  const nameOf = useStoreName();
  const said = useChanceText();
  const change = ({ best }: Row, of: "profitMinor" | "scoreMilli" | "rank") =>
    best === null ? 0 : best.result[of].would - best.result[of].was;
  return [
    {
      key: "store",
      head: t("missed.store"),
      isText: true,
      value: nameOf,
      cell: (one) => (
        <>
          <strong>{format.number(one.rank)}.</strong>{" "}
          <Link to={`/s/${id}/${one.store}/insight`} search={{ tab: "log" } as never}>
            {nameOf(one)}
          </Link>
        </>
      ),
    },
    {
      key: "had",
      head: t("missed.had"),
      isText: true,
      value: ({ best }) => (best === null ? "" : said.had(best)),
      cell: (one) =>
        one.best === null ? (
          <span className="dim">
            {one.of === 0
              ? t("missed.noTry")
              : one.tried < one.of
                ? t("missed.playing")
                : t("missed.nothing", { of: one.of })}
          </span>
        ) : (
          <span className="chance-said">{said.had(one.best)}</span>
        ),
    },
    {
      key: "profit",
      head: t("missed.profit"),
      value: (one) => change(one, "profitMinor"),
      cell: ({ best }) => (best === null ? null : said.gain(best).money),
    },
    {
      key: "score",
      head: t("missed.score"),
      value: (one) => change(one, "scoreMilli"),
      cell: ({ best }) => (best === null ? null : said.turn(best).score),
    },
    {
      key: "rank",
      head: t("missed.rank"),
      value: (one) => 0 - change(one, "rank"),
      cell: ({ best }) => (best === null ? null : said.turn(best).rank),
    },
  ];
}

import { isBanded } from "@echelon/kernel/market/scoring/scorings.ts";
import { SegmentedControl } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsked } from "../../../frame/room.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { fileName } from "../../../parts/download.ts";
import { MoneyText } from "../../../parts/figures.tsx";
import { Empty } from "../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../parts/table.tsx";
import { useFormat } from "../../../text/format.ts";
import { BandCell, BandNote } from "../band-text.tsx";
import { pointsOf, pointsText } from "../points.ts";
import { AutopilotBadge } from "../autopilot-badge.tsx";
import { ProgramBadge } from "../program-badge.tsx";
import { ScoringValue, sortable } from "../scoring-value.tsx";
import type { DebriefData } from "./debrief-data.ts";
import { useStoreName } from "../store-name.ts";

type Row = DebriefData["standings"][number];
const parts = ["profitMilli", "customerMilli", "operationsMilli", "processMilli"] as const;

/** A share of one part of the score as a bar beside its number. */
function Part({ milli }: { milli: number }) {
  const format = useFormat();
  // Below zero says that there is not enough to say, or that the part is off in the season.
  if (milli < 0) return <span className="dim">{pointsText(milli, format.number)}</span>;
  return (
    <span className="part">
      <span className="part-bar" aria-hidden="true">
        <i style={{ width: `${Math.min(100, Math.max(0, milli / 10))}%` }} />
      </span>
      <span className="part-number">{format.number(milli / 10, 1)}</span>
    </span>
  );
}

/** The balanced score, beside what the season ranks by. */
const scoreColumn = (
  head: string,
  number: (value: number, digits?: number) => string,
): TableColumn<Row> => ({
  key: "balanced",
  head,
  value: (one) => pointsOf(one.scoreMilli),
  cell: (one) => pointsText(one.scoreMilli, number),
});

/** Columns for one's own screen; on the projector those that say who stands where, and why. */
function useColumns(rows: readonly Row[]): TableColumn<Row>[] {
  const { t } = useTranslation(["debrief", "steer", "luck", "scoring"]);
  const format = useFormat();
  const { id, booksCurrency, scoring } = useSeason();
  const isShown = useAsked("projector") !== undefined;
  // Process is marked in seasons that have documents and filings; elsewhere it is no part.
  const shownParts = parts.filter(
    (key) => (!isShown && key !== "processMilli") || rows.some((one) => one[key] >= 0),
  );
  const money = (key: "profitMinor" | "revenueMinor" | "adsMinor"): TableColumn<Row> => ({
    key,
    head: t(`debrief.columns.${key}`),
    value: (one) => one[key],
    cell: (one) => <MoneyText minor={one[key]} currency={booksCurrency} />,
  });
  const count = (key: "orders" | "decisions"): TableColumn<Row> => ({
    key,
    head: t(`debrief.columns.${key}`),
    value: (one) => one[key],
    cell: (one) => format.number(one[key]),
  });
  const bandColumn: TableColumn<Row> = {
    key: "band",
    head: t("band.head"),
    value: (one) => one.band?.best ?? 0,
    cell: (one) => <BandCell band={one.band} />,
  };
  const name = useStoreName();
  return [
    {
      key: "name",
      head: t("stores.name"),
      isText: true,
      value: name,
      cell: (one) => (
        <span className="standing-name">
          <strong>{one.rank}.</strong> {one.isAgent ? <ProgramBadge /> : null}{" "}
          <Link to={`/s/${id}/${one.store}/today`}>{name(one)}</Link>{" "}
          <AutopilotBadge of={one.autopilot} />
        </span>
      ),
    },
    {
      key: "score",
      head: t(`heads.${scoring}`),
      value: (one) => sortable(one.value),
      cell: (one) => (
        <strong>
          <ScoringValue value={one.value} scoring={scoring} currency={booksCurrency} />
        </strong>
      ),
    },
    ...(scoring === "balanced" || isShown ? [] : [scoreColumn(t("stores.score"), format.number)]),
    ...shownParts.map((key) => ({
      key,
      head: t(`debrief.columns.${key}`),
      value: (one: Row) => pointsOf(one[key]),
      cell: (one: Row) => <Part milli={one[key]} />,
    })),
    ...(rows.some(({ band }) => band !== null) ? [bandColumn] : []),
    money("profitMinor"),
    ...(isShown ? [] : [money("revenueMinor"), money("adsMinor")]),
    count("orders"),
    ...(isShown ? [] : [count("decisions")]),
  ];
}

/** What a computer room's monitor holds below a slide's head. */
const shownOnSlide = 8;

/** Places of the class by so many, for a slide. */
function Pages({
  count,
  from,
  onFrom,
}: {
  count: number;
  from: number;
  onFrom: (from: number) => void;
}) {
  const { t } = useTranslation("debrief");
  if (count <= shownOnSlide) return null;
  return (
    <SegmentedControl
      aria-label={t("debrief.places")}
      value={String(from)}
      onChange={(value) => onFrom(Number(value))}
      data={Array.from({ length: Math.ceil(count / shownOnSlide) }, (_, page) => ({
        value: String(page * shownOnSlide),
        label: `${page * shownOnSlide + 1}–${Math.min(count, (page + 1) * shownOnSlide)}`,
      }))}
    />
  );
}

/** Who stands where, and in which part of the score it was won. */
export function Standings({ data }: { data: DebriefData }) {
  const { t } = useTranslation(["debrief", "steer", "scoring"]);
  const season = useSeason();
  const columns = useColumns(data.standings);
  const isShown = useAsked("projector") !== undefined;
  const [from, setFrom] = useState(0);
  if (data.standings.length === 0)
    return <Empty title={t("wall.nobody.title")} text={t("wall.nobody.text")} />;
  return (
    <>
      {isShown ? <Pages count={data.standings.length} from={from} onFrom={setFrom} /> : null}
      <p className="soft standings-note">
        {season.scoring === "balanced"
          ? t("debrief.standingsText")
          : `${t("of", { name: t(`names.${season.scoring}`) })} ${t(`texts.${season.scoring}`)}`}
      </p>
      <DataTable
        rows={isShown ? data.standings.slice(from, from + shownOnSlide) : data.standings}
        columns={columns}
        rowKey={(one) => String(one.store)}
        caption={t("debrief.slides.standings")}
        exportAs={fileName(season.name, t("debrief.slides.standings"))}
      />
      {season.state === "finished" && isBanded(season.scoring) ? (
        <BandNote bands={data.standings.map(({ band }) => band)} />
      ) : null}
    </>
  );
}

import { useViewportSize } from "@mantine/hooks";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useAsked } from "../../../frame/room.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { Chart } from "../../../parts/chart.tsx";
import { type ChartColors, chartGround } from "../../../parts/chart-colors.ts";
import { fileName } from "../../../parts/download.ts";
import { spreadLabels } from "../../../parts/spread-labels.ts";
import { DataTable } from "../../../parts/table.tsx";
import { useFormat } from "../../../text/format.ts";
import type { DebriefData } from "./debrief-data.ts";

const lines = ["bestMinor", "medianMinor", "parMinor"] as const;
type Line = (typeof lines)[number];

/** Sizes in pixels: on one's own screen, and for the last row of a room. */
const looks = {
  screen: { text: 12, line: 2, names: 140 },
  projector: { text: 24, line: 4, names: 300 },
} as const;
type Look = (typeof looks)[keyof typeof looks];

/** A projector's letters leave no room for the lines on anything as narrow as a phone. */
const projectorFrom = 761;
const cardHeight = 320;
/** What a slide's head and foot leave of the screen. */
const slideHeight = (screen: number) => Math.max(cardHeight, screen - 280);

function useOption(data: DebriefData, look: Look, height: number) {
  const { t } = useTranslation(["debrief", "steer"]);
  const format = useFormat();
  const { booksCurrency } = useSeason();
  const { series, story } = data;
  return useCallback(
    (colors: ChartColors) => {
      const { axis: plain, ...ground } = chartGround(colors);
      const axis = { ...plain, axisLabel: { ...plain.axisLabel, fontSize: look.text } };
      const all = lines.flatMap((name) => series[name]);
      const perPixel = (Math.max(0, ...all) - Math.min(0, ...all)) / height;
      const ends = lines.map((name) => series[name].at(-1) ?? 0);
      const offsets = spreadLabels(ends, perPixel, look.text + 4);
      const line = (name: Line, index: number) => ({
        name: t(`debrief.lines.${name}`),
        type: "line" as const,
        data: series[name],
        showSymbol: series.days.length === 1,
        lineStyle: {
          width: look.line,
          type: name === "parMinor" ? ("dashed" as const) : ("solid" as const),
        },
        endLabel: {
          show: true,
          formatter: "{a}",
          offset: [0, offsets[index] ?? 0],
          color: colors.series[index] ?? colors.ink,
          fontSize: look.text,
        },
        ...(index === 0 ? { markLine: shocks(colors) } : {}),
      });
      const shocks = (of: ChartColors) => ({
        silent: true,
        symbol: "none",
        label: { show: false },
        lineStyle: { color: of.warn, type: "dotted" as const },
        data: story.map(({ day }) => ({ xAxis: String(day) })),
      });
      return {
        ...ground,
        grid: { ...ground.grid, right: look.names },
        tooltip: {
          ...ground.tooltip,
          valueFormatter: (value: number) => format.money(value, booksCurrency),
        },
        xAxis: { type: "category", data: series.days.map(String), ...axis },
        yAxis: {
          type: "value",
          ...axis,
          axisLabel: {
            ...axis.axisLabel,
            formatter: (value: number) => format.money(value, booksCurrency, { short: true }),
          },
        },
        series: lines.map(line),
      };
    },
    [t, format, booksCurrency, series, story, look, height],
  );
}

/** Running profit of the best store, the median one, and the bots with full skill. */
export function Lines({ data }: { data: DebriefData }) {
  const { t } = useTranslation(["debrief", "steer"]);
  const format = useFormat();
  const season = useSeason();
  const isShown = useAsked("projector") !== undefined;
  const { height: screen, width } = useViewportSize();
  const look = isShown && width >= projectorFrom ? looks.projector : looks.screen;
  const height = isShown ? slideHeight(screen) : cardHeight;
  const option = useOption(data, look, height);
  const rows = data.series.days.map((day, index) => ({
    day,
    bestMinor: data.series.bestMinor[index] ?? 0,
    medianMinor: data.series.medianMinor[index] ?? 0,
    parMinor: data.series.parMinor[index] ?? 0,
  }));
  const table = (
    <DataTable
      rows={rows}
      rowKey={({ day }) => String(day)}
      caption={t("debrief.slides.lines")}
      exportAs={fileName(season.name, t("debrief.slides.lines"))}
      columns={[
        { key: "day", head: t("days.day"), value: (one) => one.day, cell: (one) => one.day },
        ...lines.map((name) => ({
          key: name,
          head: t(`debrief.lines.${name}`),
          value: (one: (typeof rows)[number]) => one[name],
          cell: (one: (typeof rows)[number]) => format.money(one[name], season.booksCurrency),
        })),
      ]}
    />
  );
  return (
    <Chart
      label={t("debrief.linesLabel")}
      option={option}
      table={table}
      exportAs={fileName(season.name, t("debrief.slides.lines"))}
      height={height}
    />
  );
}

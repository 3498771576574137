import { Button, Skeleton, useComputedColorScheme } from "@mantine/core";
import type { EChartsCoreOption, EChartsType } from "echarts/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ChartColors, readChartColors } from "./chart-colors.ts";
import { saveFile } from "./download.ts";

type Props = {
  /** What is drawn, in words, for those who do not see it. */
  label: string;
  /** Must stay the same function while the drawing stays the same. */
  option: (colors: ChartColors) => EChartsCoreOption;
  /** The same figures as a table, with its own export. */
  table: ReactNode;
  /** Name of the picture's file, without ending. */
  exportAs: string;
  height?: number;
};

function useDrawing(option: Props["option"]) {
  const place = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);
  const scheme = useComputedColorScheme("light");
  useEffect(() => {
    let made: EChartsType | null = null;
    let isGone = false;
    void import("./echarts.ts").then(({ init }) => {
      if (isGone || place.current === null) return;
      made = init(place.current, null, { renderer: "svg" });
      setChart(made);
    });
    const watch = new ResizeObserver(() => made?.resize());
    if (place.current !== null) watch.observe(place.current);
    return () => {
      isGone = true;
      watch.disconnect();
      made?.dispose();
    };
  }, []);
  useEffect(() => {
    if (chart === null || chart.isDisposed() || place.current === null) return;
    chart.setOption(option(readChartColors(place.current)), { notMerge: true });
  }, [chart, option, scheme]);
  return { place, chart };
}

/** The drawing as a picture for slides, twice as sharp as on screen. */
async function savePicture(svg: SVGElement, name: string): Promise<void> {
  const { width, height } = svg.getBoundingClientRect();
  const text = new XMLSerializer().serializeToString(svg);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  const pen = canvas.getContext("2d");
  if (pen === null) return;
  pen.fillStyle = getComputedStyle(svg).getPropertyValue("--surface");
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((file) => {
    if (file !== null) saveFile(`${name}.png`, file);
  });
}

/** A chart with the table behind it and a picture to take away; its code comes when needed. */
export function Chart({ label, option, table, exportAs, height = 280 }: Props) {
  const { t } = useTranslation("frame");
  const { place, chart } = useDrawing(option);
  const [isTable, setTable] = useState(false);
  const picture = () => {
    const svg = place.current?.querySelector("svg");
    if (svg) void savePicture(svg, exportAs);
  };
  return (
    <div>
      <div style={{ position: "relative", height, display: isTable ? "none" : "block" }}>
        {chart === null ? <Skeleton height={height} /> : null}
        <div
          ref={place}
          role="img"
          aria-label={label}
          style={{ position: "absolute", inset: 0, height }}
        />
      </div>
      {isTable ? table : null}
      <div className="row" style={{ justifyContent: "flex-end" }}>
        <Button variant="subtle" size="compact-sm" onClick={() => setTable(!isTable)}>
          {isTable ? t("asChart") : t("asTable")}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={picture} disabled={isTable}>
          {t("asPicture")}
        </Button>
      </div>
    </div>
  );
}

/** The look's colors as values: a drawing cannot read variables of a style sheet. */
export type ChartColors = {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly surface: string;
  readonly good: string;
  readonly bad: string;
  readonly warn: string;
  /** Six, safe for the color-blind; the same entity keeps its place on a screen. */
  readonly series: readonly string[];
  /** The page's typeface by name: labels are measured where nothing is inherited. */
  readonly font: string;
};

export function readChartColors(element: Element): ChartColors {
  const style = getComputedStyle(element);
  const color = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: color("ink"),
    soft: color("ink-2"),
    line: color("line"),
    surface: color("surface"),
    good: color("good"),
    bad: color("bad"),
    warn: color("warn"),
    series: ["s1", "s2", "s3", "s4", "s5", "s6"].map(color),
    font: style.fontFamily,
  };
}

/** What every chart shares: hairlines, the page's type, no box around anything. */
export function chartGround(colors: ChartColors) {
  const text = { color: colors.soft, fontSize: 12 };
  return {
    animation: false,
    color: [...colors.series],
    textStyle: { fontFamily: colors.font, color: colors.soft },
    grid: { left: 8, right: 16, top: 24, bottom: 8, outerBoundsMode: "same" as const },
    tooltip: {
      trigger: "axis" as const,
      confine: true,
      backgroundColor: colors.surface,
      borderColor: colors.line,
      textStyle: { color: colors.ink, fontSize: 12 },
    },
    axis: {
      axisLine: { lineStyle: { color: colors.line } },
      axisTick: { show: false },
      axisLabel: text,
      splitLine: { lineStyle: { color: colors.line, width: 1 } },
      nameTextStyle: text,
    },
  };
}

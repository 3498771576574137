import { useTranslation } from "react-i18next";
import { useSeason } from "../../../frame/season-context.tsx";
import { fileName } from "../../../parts/download.ts";
import { DataTable } from "../../../parts/table.tsx";
import { useFormat } from "../../../text/format.ts";
import type { DebriefData } from "./debrief-data.ts";

type Segment = NonNullable<DebriefData["truth"]>["segments"][number];
const weights = ["priceMilli", "qualityMilli", "reviewsMilli", "deliveryMilli"] as const;

/** What the shoppers weighed, opened when the season is over, and the key it was drawn from. */
export function Truth({ data }: { data: DebriefData }) {
  const { t } = useTranslation(["debrief", "steer"]);
  const format = useFormat();
  const season = useSeason();
  if (data.truth === null) return null;
  const seed = (
    <p className="soft address">
      {t("truth.seed")} <span className="mono">{data.truth.seed}</span>
    </p>
  );
  // Nobody weighs anything where demand is dealt: all of its rules were open from the start.
  if (season.matching === "sandbox") {
    return (
      <div className="form">
        <p className="soft">{t("truth.sandbox")}</p>
        {seed}
      </div>
    );
  }
  return (
    <div className="form">
      <p className="soft">{t("truth.text")}</p>
      <DataTable
        rows={data.truth.segments}
        rowKey={({ id }) => id}
        caption={t("debrief.slides.truth")}
        exportAs={fileName(season.name, t("debrief.slides.truth"))}
        columns={[
          {
            key: "segment",
            head: t("truth.segment"),
            isText: true,
            value: (one) => t(`truth.segments.${one.id}`),
            cell: (one) => t(`truth.segments.${one.id}`),
          },
          {
            key: "share",
            head: t("truth.share"),
            value: (one) => one.shareBp,
            cell: (one) => format.percent(one.shareBp),
          },
          ...weights.map((key) => ({
            key,
            head: t(`truth.${key}`),
            value: (one: Segment) => one[key],
            cell: (one: Segment) => format.number(one[key] / 1000, 2),
          })),
        ]}
      />
      {seed}
    </div>
  );
}

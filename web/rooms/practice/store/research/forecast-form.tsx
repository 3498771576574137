import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../../../parts/number-field.tsx";
import { digitsOf, useFormat } from "../../../../text/format.ts";
import { ActButton, Refused } from "../parts.tsx";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { useProjection } from "../use-projection.ts";
import { useDecide, type Wish } from "../use-store.ts";
import { type Measure, useMeasured } from "./measured.ts";
import type { Research } from "./research-answer.ts";

const measures = ["units", "cash", "rank"] as const;
const ends = ["p10", "p50", "p90"] as const;
type Ends = Readonly<Record<(typeof ends)[number], number | null>>;
const empty: Ends = { p10: null, p50: null, p90: null };

/** Three numbers for a day to come: one that is nearly surely passed, the middle, and the top. */
export function ForecastForm({ research }: { research: Research }) {
  const { t } = useTranslation("research");
  const format = useFormat();
  const { daysMost } = research.forecasts;
  const [measure, setMeasure] = useState<Measure>("units");
  const [days, setDays] = useState<number | null>(Math.min(7, daysMost));
  const [said, setSaid] = useState<Ends>(empty);
  const { scaleOf } = useMeasured(research.currency);
  const wish = wishOf(measure, days, said, scaleOf(measure));
  const wishes = wish === null ? [] : [wish];
  const [projection] = useProjection(wishes);
  const why = useRefusedWhy(projection);
  const { decide, isPending, error } = useDecide();
  const handIn = async () => {
    if ((await decide(wishes)) !== null) setSaid(empty);
  };
  const digits = measure === "cash" ? digitsOf(research.currency) : 0;
  const due = research.day + (days ?? 1) - 1;
  return (
    <div className="grid">
      <div className="research-form">
        <Select
          label={t("forecasts.measure")}
          data={measures.map((one) => ({ value: one, label: t(`forecasts.measures.${one}`) }))}
          value={measure}
          allowDeselect={false}
          onChange={(chosen) => {
            setMeasure(measures.find((one) => one === chosen) ?? "units");
            setSaid(empty);
          }}
        />
        <NumberField
          label={t("forecasts.days", { most: daysMost })}
          description={t("forecasts.until", { day: format.number(due) })}
          min={1}
          max={daysMost}
          value={days}
          onValue={setDays}
        />
        {ends.map((end) => (
          <NumberField
            key={end}
            label={t(`forecasts.ends.${end}`)}
            description={t(`forecasts.meaning.${end}`)}
            digits={digits}
            value={said[end]}
            onValue={(value) => setSaid({ ...said, [end]: value })}
          />
        ))}
        <div className="research-act">
          <ActButton
            isPending={isPending}
            onClick={() => void handIn()}
            disabledReason={wish === null ? t("forecasts.enter") : why}
          >
            {t("forecasts.submit")}
          </ActButton>
        </div>
      </div>
      <Now research={research} measure={measure} />
      <Projected projection={projection} />
      <Refused error={error} />
    </div>
  );
}

function wishOf(
  measure: Measure,
  days: number | null,
  { p10, p50, p90 }: Ends,
  scale: number,
): Wish | null {
  if (days === null || p10 === null || p50 === null || p90 === null) return null;
  const whole = (value: number) => Math.round(value * scale);
  return {
    kind: "submit-forecast",
    measure,
    days,
    p10: whole(p10),
    p50: whole(p50),
    p90: whole(p90),
  };
}

/** What stands now: where a forecast begins. */
function Now({ research, measure }: { research: Research; measure: Measure }) {
  const { t } = useTranslation("research");
  const { valueOf } = useMeasured(research.currency);
  const { weekUnits, cashMinor, rank } = research.forecasts.now;
  const now = { units: weekUnits, cash: cashMinor, rank }[measure];
  if (now === null) return null;
  return <p className="dim">{t(`forecasts.now.${measure}`, { now: valueOf(measure, now) })}</p>;
}

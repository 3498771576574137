import { Radio } from "@mantine/core";
import { roundOf } from "@echelon/kernel/calendar/round.ts";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../text/format.ts";
import type { Preset } from "./season-plan.ts";

/** What no preset is called by. */
const own = "own";

/** What a preset settles, as a teacher asks: how long, who, with what, and judged how. */
function usePresetFacts(): (preset: Preset) => string {
  const { t } = useTranslation(["presets", "scoring"]);
  const format = useFormat();
  return ({ scenario, pace, daysPerRound, teamSize, listingsPerRoundMax, scoring }) => {
    const rounds = roundOf(scenario.days, daysPerRound);
    const isDaily = pace.kind === "timetable" && pace.weekdays.length === 7;
    return [
      daysPerRound > 1
        ? t("facts.rounds", { rounds, days: daysPerRound })
        : t("facts.days", { days: scenario.days }),
      pace.kind === "interval" ? t("facts.minutes", { minutes: pace.minutes }) : null,
      pace.kind === "timetable" ? t(isDaily ? "facts.daily" : "facts.weekly") : null,
      teamSize === 1 ? t("facts.alone") : t("facts.team", { size: teamSize }),
      t("facts.cash", {
        cash: format.money(scenario.openingCashMinor, scenario.booksCurrency, { short: true }),
      }),
      t("facts.bots", { bots: scenario.bots }),
      scenario.shocks === 0 ? null : t("facts.events", { count: scenario.shocks }),
      listingsPerRoundMax === null ? null : t("facts.listings", { max: listingsPerRoundMax }),
      t("facts.scoring", { name: t(`names.${scoring}`) }),
    ]
      .filter((fact) => fact !== null)
      .join(" · ");
  };
}

/** Ways to play that are taken whole, and the own mix. */
export function PresetChoice({
  presets,
  value,
  onChange,
}: {
  presets: readonly Preset[];
  value: string | null;
  onChange: (preset: Preset | null) => void;
}) {
  const { t } = useTranslation("presets");
  const format = useFormat();
  const factsOf = usePresetFacts();
  return (
    <Radio.Group
      aria-label={t("title")}
      value={value ?? own}
      onChange={(id) => onChange(presets.find((one) => one.id === id) ?? null)}
    >
      <div className="choices">
        <Radio.Card value={own} className="choice">
          <Radio.Indicator />
          <span>
            <strong>{t("own.name")}</strong>
            <span className="soft">{t("own.about")}</span>
          </span>
        </Radio.Card>
        {presets.map((one) => (
          <Radio.Card key={one.id} value={one.id} className="choice">
            <Radio.Indicator />
            <span>
              <span className="row row-wrap">
                <strong>{format.name(one.name)}</strong>
                {one.code === null ? null : <span className="badge">{one.code}</span>}
                {one.course === null ? null : (
                  <span className="badge badge-accent badge-long">{format.name(one.course)}</span>
                )}
              </span>
              <span className="soft">{format.name(one.about)}</span>
              <span className="choice-facts">{factsOf(one)}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

import { Accordion, Select } from "@mantine/core";
import { roundOf } from "@echelon/kernel/calendar/round.ts";
import { scorings } from "@echelon/kernel/market/scoring/scorings.ts";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../../parts/number-field.tsx";
import {
  partsOfScore,
  type Preset,
  type Scenario,
  type SeasonChoice,
  usualWeights,
  weightSum,
} from "./season-plan.ts";

type Props = {
  choice: SeasonChoice;
  onChange: (part: Partial<SeasonChoice>) => void;
  scenario: Scenario;
  preset: Preset | undefined;
};

/** What each part of the balanced score weighs. */
function Weights({ choice, onChange }: Pick<Props, "choice" | "onChange">) {
  const { t } = useTranslation("presets");
  const weights = choice.weights ?? usualWeights;
  const sum = weightSum(weights);
  return (
    <div role="group" aria-label={t("weights")} className="weights">
      <div className="field-name">{t("weights")}</div>
      <p className="soft">{t("weightsHint")}</p>
      <div className="row row-wrap">
        {partsOfScore.map((part) => (
          <div key={part} className="short-field">
            <NumberField
              label={t(`parts.${part}`)}
              value={weights[part] / 100}
              min={0}
              max={100}
              isStrict
              onValue={(value) => onChange({ weights: { ...weights, [part]: (value ?? 0) * 100 } })}
            />
          </div>
        ))}
      </div>
      {sum === 10_000 ? null : (
        <p className="bad" role="alert">
          {t("weightsFault", { sum: sum / 100 })}
        </p>
      )}
    </div>
  );
}

/** How many days close in one go, and what stores are ranked by. */
export function RoundChoices({ choice, onChange, scenario, preset }: Props) {
  const { t } = useTranslation(["presets", "scoring"]);
  const daysPerRound = choice.daysPerRound ?? preset?.daysPerRound ?? 1;
  const scoring = choice.scoring ?? preset?.scoring ?? "balanced";
  const rounds = roundOf(choice.days ?? scenario.days, daysPerRound);
  return (
    <Accordion variant="contained" classNames={{ item: "card" }}>
      <Accordion.Item value="rounds">
        <Accordion.Control>{t("more")}</Accordion.Control>
        <Accordion.Panel>
          <div className="form fields-2">
            <NumberField
              label={t("daysPerRound")}
              description={`${t("daysPerRoundHint")} ${t("roundsOf", { rounds })}`}
              value={daysPerRound}
              min={1}
              max={28}
              isStrict
              onValue={(value) => onChange({ daysPerRound: value })}
            />
            <Select
              label={t("title", { ns: "scoring" })}
              description={t("scoringHint")}
              data={scorings
                .filter((one) => one !== "checklist" || preset?.hasTasks === true)
                .map((one) => ({ value: one, label: t(`names.${one}`) }))}
              value={scoring}
              allowDeselect={false}
              onChange={(value) =>
                onChange({ scoring: scorings.find((one) => one === value) ?? null })
              }
            />
            <p className="soft">
              {t(`texts.${scoring}`)} {t("worth")}
            </p>
            {scoring === "balanced" || scoring === "last-rounds" ? (
              <Weights choice={choice} onChange={onChange} />
            ) : null}
          </div>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

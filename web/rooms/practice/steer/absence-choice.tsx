import { Radio } from "@mantine/core";
import { absences } from "@echelon/contract/practice/absences.ts";
import { useTranslation } from "react-i18next";
import { Card } from "../../../parts/page.tsx";
import type { Preset, SeasonChoice } from "./season-plan.ts";

type Props = {
  choice: SeasonChoice;
  preset: Preset | undefined;
  onChange: (part: Pick<SeasonChoice, "absence">) => void;
};

/** What becomes of a store that hands nothing in, each rule with what it means. */
export function AbsenceChoice({ choice, preset, onChange }: Props) {
  const { t } = useTranslation("absence");
  const value = choice.absence ?? preset?.absence ?? "carry-forward";
  return (
    <Card title={t("title")}>
      <Radio.Group
        aria-label={t("title")}
        value={value}
        onChange={(id) => onChange({ absence: absences.find((one) => one === id) ?? value })}
      >
        <div className="choices">
          {absences.map((one) => (
            <Radio.Card key={one} value={one} className="choice">
              <Radio.Indicator />
              <span>
                <strong>{t(`rules.${one}.name`)}</strong>
                <span className="soft">{t(`rules.${one}.text`)}</span>
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
    </Card>
  );
}

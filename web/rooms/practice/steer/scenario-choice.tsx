import { Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../text/format.ts";
import type { Scenario } from "./season-plan.ts";

const levelMax = 3;

function Level({ level }: { level: number }) {
  const { t } = useTranslation("steer");
  return (
    <span className="badge">
      <span aria-hidden="true">
        {"●".repeat(level)}
        {"○".repeat(levelMax - level)}
      </span>{" "}
      {t(`levels.${level}`)}
    </span>
  );
}

/** An amount on one line, also before its 万: a word joiner stands between all its characters. */
const unbroken = (amount: string) => [...amount].join("\u2060");

/** Scenarios as cards: the goal, how hard, how long, where, against whom. */
export function ScenarioChoice({
  scenarios,
  value,
  onChange,
}: {
  scenarios: readonly Scenario[];
  value: string;
  onChange: (id: string) => void;
}) {
  const { t } = useTranslation("steer");
  const format = useFormat();
  return (
    <Radio.Group aria-label={t("wizard.scenario")} value={value} onChange={onChange}>
      <div className="choices">
        {scenarios.map((one) => (
          <Radio.Card key={one.id} value={one.id} className="choice">
            <Radio.Indicator />
            <span>
              <span className="row row-wrap">
                <strong>{format.name(one.name)}</strong>
                <Level level={one.level} />
              </span>
              <span className="soft">{format.name(one.goal)}</span>
              <span className="choice-facts">
                {t("wizard.facts", {
                  days: one.days,
                  bots: one.bots,
                  shocks: one.shocks,
                  cash: unbroken(
                    format.money(one.openingCashMinor, one.booksCurrency, { short: true }),
                  ),
                })}
              </span>
              <span className="choice-facts">
                {one.markets.map(({ name }) => format.name(name)).join(t("comma"))}
              </span>
              <span className="choice-facts">
                {t("wizard.rulesDate", { date: format.date(one.startDate) })}
              </span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

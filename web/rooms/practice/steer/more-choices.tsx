import { Accordion, Checkbox, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../../parts/number-field.tsx";
import { useFormat } from "../../../text/format.ts";
import { type Catalog, type Scenario, type SeasonChoice, sellable } from "./season-plan.ts";

type Props = {
  choice: SeasonChoice;
  onChange: (part: Partial<SeasonChoice>) => void;
  scenario: Scenario;
  catalogs: readonly Catalog[];
  usualName: string;
};

function Enterprises({ choice, onChange, catalogs }: Props) {
  const { t } = useTranslation("steer");
  const format = useFormat();
  const able = sellable(catalogs);
  const chosen = choice.enterprises ?? able.map(({ enterprise }) => enterprise.id);
  return (
    <Checkbox.Group
      className="enterprises"
      label={t("wizard.enterprises")}
      description={t("wizard.enterprisesHint")}
      value={[...chosen]}
      onChange={(enterprises) => onChange({ enterprises })}
    >
      <div className="form choice-list">
        {able.map(({ enterprise, sellableSkus }) => (
          <Checkbox
            key={enterprise.id}
            value={enterprise.id}
            label={`${format.name(enterprise.name)} · ${t("wizard.skus", { count: sellableSkus })}`}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** Everything a season can be told beyond scenario and pace; each line says what holds if left. */
export function MoreChoices(props: Props) {
  const { t } = useTranslation("steer");
  const { choice, onChange, scenario, usualName } = props;
  return (
    <Accordion variant="contained" classNames={{ item: "card" }}>
      <Accordion.Item value="more">
        <Accordion.Control>{t("wizard.more")}</Accordion.Control>
        <Accordion.Panel>
          <div className="form fields-2">
            <TextInput
              label={t("wizard.name")}
              value={choice.name ?? usualName}
              onChange={(event) => onChange({ name: event.currentTarget.value })}
              maxLength={60}
              required
            />
            <NumberField
              label={t("wizard.days")}
              description={t("wizard.daysHint", { max: scenario.days })}
              value={choice.days ?? scenario.days}
              min={1}
              max={scenario.days}
              isStrict
              onValue={(days) => onChange({ days })}
            />
            <NumberField
              label={t("wizard.bots")}
              description={t("wizard.botsHint")}
              value={choice.bots ?? scenario.bots}
              min={0}
              max={scenario.storesMax - 1}
              isStrict
              onValue={(bots) => onChange({ bots })}
            />
            <Enterprises {...props} />
          </div>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

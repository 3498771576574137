import { placementLimits } from "@echelon/contract/placement/limits.ts";
import { Button, MultiSelect, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { NumberField } from "../../parts/number-field.tsx";
import { Card, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import type { Round } from "./placement-types.ts";

type Region = Round["regions"][number];
const modes = ["report", "close", "reserve"] as const;
const capRules = ["round-robin", "by-priority"] as const;

function RegionRow({
  region,
  round,
  onChange,
  onDrop,
}: {
  region: Region;
  round: Round;
  onChange: (region: Region) => void;
  onDrop: () => void;
}) {
  const { t } = useTranslation("placement");
  return (
    <li>
      <div className="placement-fields">
        <TextInput
          label={t("rules.region")}
          value={region.name}
          maxLength={placementLimits.nameMax}
          onChange={(event) => onChange({ ...region, name: event.currentTarget.value })}
        />
        <NumberField
          label={t("rules.cap")}
          value={region.cap}
          min={0}
          max={1_000_000}
          onValue={(cap) => onChange({ ...region, cap: cap ?? 0 })}
        />
      </div>
      <MultiSelect
        label={t("rules.places")}
        data={round.places.map(({ id, title, city }) => ({
          value: id,
          label: `${title}, ${city}`,
        }))}
        value={region.places}
        searchable
        onChange={(places) => onChange({ ...region, places })}
      />
      <div>
        <Button variant="subtle" color="gray" onClick={onDrop}>
          {t("rules.drop")}
        </Button>
      </div>
    </li>
  );
}

/** Caps over several places and what becomes of places with too few, until choices open. */
export function RulesForm({ round }: { round: Round }) {
  const { t } = useTranslation("placement");
  const [lowerMode, setMode] = useState(round.lowerMode);
  const [capRule, setRule] = useState(round.capRule);
  const [regions, setRegions] = useState<readonly Region[]>(round.regions);
  const act = useAct("PUT /placement/rounds/:round/rules", ["GET /placement/rounds/:round"]);
  const isOpen = regions.some(({ name, places }) => name.trim() === "" || places.length === 0);
  const change = (at: number, next: Region) =>
    setRegions(regions.map((one, index) => (index === at ? next : one)));
  const save = () =>
    act.mutate({
      where: { round: round.id },
      body: { revision: round.revision, lowerMode, capRule, regions: [...regions] },
    });
  return (
    <Card title={t("rules.title")}>
      <div className="form">
        <div className="placement-fields">
          <Select
            label={t("rules.lowerMode")}
            data={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
            value={lowerMode}
            allowDeselect={false}
            onChange={(value) => setMode((value ?? lowerMode) as typeof lowerMode)}
          />
          <Select
            label={t("rules.capRule")}
            data={capRules.map((value) => ({ value, label: t(`capRule.${value}`) }))}
            value={capRule}
            allowDeselect={false}
            onChange={(value) => setRule((value ?? capRule) as typeof capRule)}
          />
        </div>
        <p className="soft">{t("rules.nested")}</p>
        <ul className="placement-list">
          {regions.map((region, at) => (
            <RegionRow
              key={at}
              {...{ region, round }}
              onChange={(next) => change(at, next)}
              onDrop={() => setRegions(regions.filter((_, index) => index !== at))}
            />
          ))}
        </ul>
        {act.error === null ? null : <Problem error={act.error} />}
        <div className="row row-wrap">
          <ReasonButton
            reason={isOpen ? t("rules.unfinished") : null}
            loading={act.isPending}
            onClick={save}
          >
            {t("rules.save")}
          </ReasonButton>
          <ReasonButton
            variant="default"
            reason={round.places.length === 0 ? t("round.noPlaces") : null}
            onClick={() => setRegions([...regions, { name: "", cap: 1, places: [] }])}
          >
            {t("rules.add")}
          </ReasonButton>
        </div>
      </div>
    </Card>
  );
}

import { overlayLimits } from "@echelon/contract/assessment/overlay-limits.ts";
import { measureFigure } from "@echelon/contract/assessment/measure-figure.ts";
import { Button, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../parts/number-field.tsx";
import { useFormat } from "../../text/format.ts";
import type { Framework } from "./framework-map.ts";
import { type Draft, listsOf, ofCore, type RaisedRow, rowsOf } from "./overlay-rules.ts";

function Row({
  framework,
  row,
  onChange,
  onRemove,
}: {
  framework: Framework;
  row: RaisedRow;
  onChange: (row: RaisedRow) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation("overlays");
  const format = useFormat();
  const one = framework.competencies.find(({ id }) => id === row.competency);
  const name = one === undefined ? row.competency : `${one.id} ${format.name(one.name)}`;
  const least = one?.raised ?? one?.rule;
  const figure = (value: number) =>
    one === undefined ? String(value) : measureFigure(one.rule.unit, value);
  return (
    <fieldset className="overlay-row">
      <legend className="field-name">{name}</legend>
      {one === undefined || least === undefined ? null : (
        <p className="soft">
          {t("raise.core", {
            measure: format.name(one.rule.measureName),
            op: one.rule.op === ">=" ? "≥" : "≤",
            figure: figure(least.threshold),
            count: least.minCount,
          })}
        </p>
      )}
      <div className="overlay-fields">
        <NumberField
          label={t("raise.threshold")}
          description={row.threshold === null ? t("raise.asCore") : figure(row.threshold)}
          value={row.threshold}
          digits={4}
          onValue={(threshold) => onChange({ ...row, threshold })}
        />
        <NumberField
          label={t("raise.count")}
          description={row.minCount === null ? t("raise.asCore") : " "}
          value={row.minCount}
          min={1}
          max={overlayLimits.minCountMax}
          onValue={(minCount) => onChange({ ...row, minCount })}
        />
        <NumberField
          label={t("raise.weight")}
          description={row.weight === null ? t("raise.weighsOne") : " "}
          value={row.weight}
          digits={2}
          min={0.01}
          max={overlayLimits.weightMax}
          onValue={(weight) => onChange({ ...row, weight })}
        />
        <Button variant="subtle" onClick={onRemove} aria-label={t("remove", { name })}>
          ×
        </Button>
      </div>
    </fieldset>
  );
}

/** Competencies of the core of which more is asked, or that weigh more. */
export function OverlayRaised({
  framework,
  draft,
  onChange,
}: {
  framework: Framework;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}) {
  const { t } = useTranslation("overlays");
  const format = useFormat();
  // A row that is still empty is in none of the draft's lists.
  const [rows, setRows] = useState<readonly RaisedRow[]>(() => rowsOf(draft));
  const set = (next: readonly RaisedRow[]) => {
    setRows(next);
    onChange(listsOf(next));
  };
  const chosen = new Set(rows.map(({ competency }) => competency));
  const data = ofCore(framework)
    .filter(({ id }) => !chosen.has(id))
    .map(({ id, name }) => ({ value: id, label: `${id} ${format.name(name)}` }));
  return (
    <section className="overlay-part">
      <h3>{t("raise.title")}</h3>
      <p className="soft">{t("raise.text")}</p>
      {rows.map((row, at) => (
        <Row
          key={row.competency}
          {...{ framework, row }}
          onChange={(next) => set(rows.with(at, next))}
          onRemove={() => set(rows.filter((_, place) => place !== at))}
        />
      ))}
      <Select
        key={rows.length}
        label={t("raise.add")}
        placeholder={t("find")}
        data={data}
        searchable
        nothingFoundMessage={t("nothingFound")}
        onChange={(competency) => {
          if (competency !== null)
            set([...rows, { competency, threshold: null, minCount: null, weight: null }]);
        }}
      />
    </section>
  );
}

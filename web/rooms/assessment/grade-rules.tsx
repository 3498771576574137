import { gradeLimits, gradeParts } from "@echelon/contract/assessment/gradebook-limits.ts";
import { Button, Checkbox, Drawer, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { NumberField } from "../../parts/number-field.tsx";
import { Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { type Gradebook, pointsOf } from "./grade-types.ts";

type Rules = Omit<Gradebook["rules"], "columns"> & {
  columns: { id: string | null; name: string; weight: number }[];
};
type Change = (change: Partial<Rules>) => void;

const sumOf = ({ weights, columns }: Rules) =>
  [...Object.values(weights), ...columns.map(({ weight }) => weight)].reduce(
    (sum, one) => sum + one,
    0,
  );

function Weights({ rules, onChange }: { rules: Rules; onChange: Change }) {
  const { t } = useTranslation("grades");
  const { weights } = rules;
  return (
    <fieldset className="grade-weights">
      <legend className="field-name">{t("rules.weights")}</legend>
      {gradeParts.map((part) => (
        <div key={part} className="grade-weight">
          <span>{t(`parts.${part}`)}</span>
          <NumberField
            aria-label={t("rules.weightOf", { part: t(`parts.${part}`) })}
            value={weights[part]}
            min={0}
            max={gradeLimits.weightMax}
            suffix="%"
            onValue={(weight) => onChange({ weights: { ...weights, [part]: weight ?? 0 } })}
          />
          <span className="soft">{t(`partsAbout.${part}`)}</span>
        </div>
      ))}
    </fieldset>
  );
}

function OwnColumns({ rules, onChange }: { rules: Rules; onChange: Change }) {
  const { t } = useTranslation("grades");
  const { columns } = rules;
  const set = (at: number, change: Partial<Rules["columns"][number]>) =>
    onChange({ columns: columns.with(at, { ...columns[at]!, ...change }) });
  const isFull = columns.length >= gradeLimits.columnsMax;
  return (
    <fieldset className="grade-weights">
      <legend className="field-name">{t("rules.columns")}</legend>
      <p className="soft">{t("rules.columnsHint")}</p>
      {columns.map(({ id, name, weight }, at) => (
        <div key={id ?? `new ${at}`} className="grade-own">
          <TextInput
            aria-label={t("rules.columnNamed", { place: at + 1 })}
            placeholder={t("rules.columnName")}
            value={name}
            maxLength={gradeLimits.columnCharsMax}
            onChange={(event) => set(at, { name: event.currentTarget.value })}
          />
          <NumberField
            aria-label={t("rules.weightOf", { part: name })}
            value={weight}
            min={0}
            max={gradeLimits.weightMax}
            suffix="%"
            onValue={(next) => set(at, { weight: next ?? 0 })}
          />
          <Button
            variant="subtle"
            aria-label={t("rules.removeColumn", { name })}
            onClick={() => onChange({ columns: columns.filter((_, place) => place !== at) })}
          >
            ×
          </Button>
        </div>
      ))}
      <ReasonButton
        variant="default"
        reason={isFull ? t("rules.full", { max: gradeLimits.columnsMax }) : null}
        onClick={() => onChange({ columns: [...columns, { id: null, name: "", weight: 0 }] })}
      >
        {t("rules.addColumn")}
      </ReasonButton>
    </fieldset>
  );
}

function Seasons({ book, rules, onChange }: { book: Gradebook; rules: Rules; onChange: Change }) {
  const { t } = useTranslation("grades");
  const { seasonsLeftOut: leftOut } = rules;
  return (
    <fieldset className="grade-weights">
      <legend className="field-name">{t("rules.seasons")}</legend>
      {book.seasons.length === 0 ? <p className="soft">{t("rules.noSeasons")}</p> : null}
      {book.seasons.map(({ id, name, day, days }) => (
        <Checkbox
          key={id}
          label={t("rules.season", { name, day, days })}
          checked={!leftOut.includes(id)}
          onChange={(event) =>
            onChange({
              seasonsLeftOut: event.currentTarget.checked
                ? leftOut.filter((one) => one !== id)
                : [...leftOut, id],
            })
          }
        />
      ))}
    </fieldset>
  );
}

/** Why rules cannot be kept as they are; null when they can. */
function useWrong(rules: Rules): string | null {
  const { t } = useTranslation("grades");
  const names = rules.columns.map(({ name }) => name.trim());
  if (names.includes("")) return t("rules.noName");
  if (new Set(names).size < names.length) return t("rules.twice");
  const sum = sumOf(rules);
  return sum === 100 ? null : t("rules.sum", { sum });
}

/** By what a class is graded. */
export function GradeRules({
  of,
  book,
  onClose,
}: {
  of: string;
  book: Gradebook;
  onClose: () => void;
}) {
  const { t } = useTranslation("grades");
  const [rules, setRules] = useState<Rules>(book.rules);
  const change: Change = (more) => setRules({ ...rules, ...more });
  const act = useAct("PUT /assessment/classes/:class/gradebook/rules", [
    "GET /assessment/classes/:class/gradebook",
  ]);
  const wrong = useWrong(rules);
  const isRemoving = book.rules.columns.some(
    ({ id }) => !rules.columns.some((one) => one.id === id),
  );
  const save = () =>
    act.mutate(
      { where: { class: of }, body: { rules, revision: book.revision } },
      { onSuccess: onClose },
    );
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={t("rules.title")}>
      <div className="form">
        <Weights rules={rules} onChange={change} />
        <OwnColumns rules={rules} onChange={change} />
        <p role="status" className={sumOf(rules) === 100 ? "soft" : "hint"}>
          {sumOf(rules) === 100 ? t("rules.right") : t("rules.sum", { sum: sumOf(rules) })}
        </p>
        <Checkbox
          label={t("rules.peers")}
          description={t("rules.peersHint")}
          checked={rules.usesPeers}
          onChange={(event) => change({ usesPeers: event.currentTarget.checked })}
        />
        <Seasons book={book} rules={rules} onChange={change} />
        <NumberField
          label={t("rules.pass")}
          value={pointsOf(rules.passTenths)}
          min={0}
          max={100}
          digits={1}
          onValue={(pass) => change({ passTenths: Math.round((pass ?? 0) * 10) })}
        />
        {isRemoving ? <p className="hint">{t("rules.removing")}</p> : null}
        {act.error === null ? null : <Problem error={act.error} />}
        <ReasonButton reason={wrong} loading={act.isPending} onClick={save}>
          {t("rules.save")}
        </ReasonButton>
      </div>
    </Drawer>
  );
}

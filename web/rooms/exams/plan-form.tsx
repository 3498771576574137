import { examLimits } from "@echelon/contract/assessment/exam-limits.ts";
import { Checkbox, NativeSelect, SegmentedControl, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { NumberField } from "../../parts/number-field.tsx";
import { Card, Loaded } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { missingOf, type PlanFields } from "./plan.ts";
import { SectionRows } from "./section-rows.tsx";

type Part = {
  fields: PlanFields;
  onChange: (change: Partial<PlanFields>) => void;
};

function BankChoice({ fields, onChange }: Part) {
  const { t } = useTranslation("exams");
  const format = useFormat();
  const banks = useAnswer("GET /assessment/banks", {});
  const framework = useAnswer("GET /framework", {});
  const choose = (id: string, isChosen: boolean) =>
    onChange({
      banks: isChosen ? [...fields.banks, id] : fields.banks.filter((one) => one !== id),
    });
  return (
    <Loaded of={banks} rows={2}>
      {(list) => (
        <>
          <fieldset className="plan-banks">
            <legend className="field-name">{t("plan.banks")}</legend>
            {list.length === 0 ? (
              <p className="soft">
                {t("plan.noBanks")} <Link to="/banks">{t("toBanks")}</Link>
              </p>
            ) : null}
            {list.map((one) => (
              <Checkbox
                key={one.id}
                label={`${format.name(one.name)} · ${t("questions", { count: one.questions })}`}
                description={one.school === null ? t("plan.ofCourse") : undefined}
                checked={fields.banks.includes(one.id)}
                onChange={(event) => choose(one.id, event.currentTarget.checked)}
              />
            ))}
          </fieldset>
          <Loaded of={framework} rows={1}>
            {(all) => (
              <SectionRows
                sections={fields.sections}
                banks={list.filter(({ id }) => fields.banks.includes(id))}
                framework={all}
                onChange={(sections) => onChange({ sections })}
              />
            )}
          </Loaded>
        </>
      )}
    </Loaded>
  );
}

function Times({ fields, onChange }: Part) {
  const { t } = useTranslation("exams");
  return (
    <div className="form fields-2">
      <NumberField
        label={t("plan.minutes")}
        description={t("plan.minutesHint")}
        min={examLimits.minutesMin}
        max={examLimits.minutesMax}
        value={fields.minutes}
        onValue={(minutes) => onChange({ minutes })}
      />
      <TextInput
        type="datetime-local"
        label={t("plan.opens")}
        description={t("plan.opensHint")}
        value={fields.opensAt}
        onChange={(event) => onChange({ opensAt: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={t("plan.closes")}
        description={t("plan.closesHint")}
        value={fields.closesAt}
        onChange={(event) => onChange({ closesAt: event.currentTarget.value })}
      />
    </div>
  );
}

function SeasonChoice({ fields, onChange, of }: Part & { of: string }) {
  const { t } = useTranslation("exams");
  const seasons = useAnswer("GET /practice/seasons", { asks: { class: of } });
  return (
    <Loaded of={seasons} rows={1}>
      {(list) => {
        const fit = list.filter(({ isRehearsal }) => !isRehearsal);
        if (fit.length === 0)
          return (
            <p className="hint">
              {t("plan.noSeasons")}{" "}
              <Link to={`/classes/${of}/new-season`}>{t("plan.newSeason")}</Link>
            </p>
          );
        return (
          <NativeSelect
            label={t("plan.season")}
            description={t("plan.seasonHint")}
            data={[
              { value: "", label: t("plan.chooseSeason") },
              ...fit.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={fields.season}
            onChange={(event) => onChange({ season: event.currentTarget.value })}
          />
        );
      }}
    </Loaded>
  );
}

function Named({ fields, onChange }: Part) {
  const { t } = useTranslation("exams");
  return (
    <div className="form fields-2">
      <TextInput
        label={t("plan.name")}
        placeholder={t("plan.nameExample")}
        maxLength={examLimits.nameMax}
        value={fields.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        required
      />
      <NativeSelect
        label={t("plan.language")}
        value={fields.language}
        data={(["zh", "en"] as const).map((value) => ({
          value,
          label: t(`languages.${value}`),
        }))}
        onChange={(event) =>
          onChange({ language: event.currentTarget.value as PlanFields["language"] })
        }
      />
      <NumberField
        label={t("plan.passing")}
        description={t("plan.passingHint")}
        min={1}
        max={99}
        value={fields.passingPercent}
        onValue={(passingPercent) => onChange({ passingPercent })}
      />
    </div>
  );
}

function KindChoice({ fields, onChange }: Part) {
  const { t } = useTranslation("exams");
  return (
    <SegmentedControl
      aria-label={t("plan.kind")}
      value={fields.kind}
      onChange={(kind) => onChange({ kind: kind as PlanFields["kind"] })}
      data={[
        { value: "theory", label: t("kinds.theory") },
        { value: "practical", label: t("kinds.practical") },
      ]}
    />
  );
}

/** Everything that an exam is planned by. */
export function PlanForm({
  first,
  of,
  isNew,
  children,
}: {
  first: PlanFields;
  /** The class. */
  of: string;
  /** Its kind can still be chosen. */
  isNew: boolean;
  /** What is done with the fields, and what is missing before it can be. */
  children: (fields: PlanFields, missing: string | null) => ReactNode;
}) {
  const { t } = useTranslation("exams");
  const [fields, setFields] = useState(first);
  const change = (part: Partial<PlanFields>) => setFields((before) => ({ ...before, ...part }));
  const missing = missingOf(fields);
  const part = { fields, onChange: change };
  return (
    <div className="grid">
      <Card title={t("plan.what")}>
        <div className="form">
          {isNew ? <KindChoice {...part} /> : null}
          <p className="soft">{t(`plan.about.${fields.kind}`)}</p>
          <Named {...part} />
          {fields.kind === "practical" ? <SeasonChoice {...part} of={of} /> : <Times {...part} />}
        </div>
      </Card>
      {fields.kind === "theory" ? (
        <Card title={t("plan.blueprint")} note={t("plan.blueprintNote")}>
          <div className="form">
            <BankChoice {...part} />
          </div>
        </Card>
      ) : null}
      {children(fields, missing === null ? null : t(`plan.missing.${missing}`))}
    </div>
  );
}

import { examLimits } from "@echelon/contract/assessment/exam-limits.ts";
import { questionTypes } from "@echelon/contract/assessment/question-limits.ts";
import { Button, MultiSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { NumberField } from "../../parts/number-field.tsx";
import { useFormat } from "../../text/format.ts";
import { type Bank, emptySection, type SectionFields, sizeOf } from "./plan.ts";

type Framework = Answer<"GET /framework">;

function TopicsOfBanks({
  of,
  banks,
  framework,
  onChange,
}: {
  of: readonly string[];
  banks: readonly Bank[];
  framework: Framework;
  onChange: (topics: string[]) => void;
}) {
  const { t } = useTranslation("exams");
  const format = useFormat();
  const topics = [...topicsOf(banks)].map(([value, questions]) => {
    const found = framework.competencies.find(({ id }) => id === value);
    const name = found === undefined ? value : `${value} ${format.name(found.name)}`;
    return { value, label: `${name} (${questions})` };
  });
  // A topic that was chosen stays to be seen though its bank was taken away.
  const gone = of.filter((topic) => !topics.some(({ value }) => value === topic));
  return (
    <MultiSelect
      label={t("plan.topics")}
      placeholder={of.length === 0 ? t("plan.anyTopic") : ""}
      data={[...topics, ...gone]}
      value={[...of]}
      onChange={onChange}
      searchable
      nothingFoundMessage={t("plan.noTopics")}
    />
  );
}

/** Competencies that the chosen banks have questions of, with how many. */
function topicsOf(banks: readonly Bank[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { topics } of banks)
    for (const { topic, questions } of topics)
      found.set(topic, (found.get(topic) ?? 0) + questions);
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function SectionRow({
  of,
  at,
  banks,
  framework,
  onChange,
  onDrop,
}: {
  of: SectionFields;
  at: number;
  banks: readonly Bank[];
  framework: Framework;
  onChange: (change: Partial<SectionFields>) => void;
  onDrop: (() => void) | null;
}) {
  const { t } = useTranslation("exams");
  return (
    <fieldset className="plan-section">
      <legend className="field-name">{t("plan.section", { at: at + 1 })}</legend>
      <TextInput
        label={t("plan.sectionName")}
        placeholder={t("plan.sectionExample")}
        maxLength={examLimits.sectionNameMax}
        value={of.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TopicsOfBanks
        of={of.topics}
        banks={banks}
        framework={framework}
        onChange={(topics) => onChange({ topics })}
      />
      <MultiSelect
        label={t("plan.types")}
        placeholder={of.types.length === 0 ? t("plan.anyType") : ""}
        data={questionTypes
          .filter((type) => type !== "description")
          .map((type) => ({ value: type, label: t(`types.${type}`) }))}
        value={[...of.types]}
        onChange={(chosen) => onChange({ types: chosen as SectionFields["types"] })}
      />
      <div className="plan-numbers">
        <NumberField
          label={t("plan.count")}
          min={1}
          max={examLimits.questionsMax}
          value={of.questions}
          onValue={(questions) => onChange({ questions })}
        />
        <NumberField
          label={t("plan.each")}
          min={1}
          max={examLimits.pointsMax}
          value={of.points}
          onValue={(points) => onChange({ points })}
        />
        {onDrop === null ? null : (
          <Button variant="subtle" onClick={onDrop}>
            {t("plan.dropSection")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** The blueprint: what is asked of what, and what each answer is worth. */
export function SectionRows({
  sections,
  banks,
  framework,
  onChange,
}: {
  sections: readonly SectionFields[];
  banks: readonly Bank[];
  framework: Framework;
  onChange: (sections: readonly SectionFields[]) => void;
}) {
  const { t } = useTranslation("exams");
  const { questions, points } = sizeOf(sections);
  return (
    <div className="form">
      {sections.map((section, at) => (
        <SectionRow
          key={section.key}
          of={section}
          at={at}
          banks={banks}
          framework={framework}
          onChange={(change) =>
            onChange(sections.map((one) => (one === section ? { ...one, ...change } : one)))
          }
          onDrop={
            sections.length === 1 ? null : () => onChange(sections.filter((one) => one !== section))
          }
        />
      ))}
      <div className="row row-wrap">
        <Button
          variant="default"
          disabled={sections.length >= examLimits.sectionsMax}
          onClick={() => onChange([...sections, emptySection()])}
        >
          {t("plan.addSection")}
        </Button>
        <span className="soft">
          {t("questions", { count: questions })} · {t("points", { count: points })}
        </span>
      </div>
    </div>
  );
}

import { questionLimits } from "@echelon/contract/assessment/question-limits.ts";
import { Button, Checkbox, NativeSelect, Radio, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { emptyAnswer, type QuestionFields, withRight, writtenTypes } from "./question-fields.ts";

type Part = {
  fields: QuestionFields;
  onChange: (change: Partial<QuestionFields>) => void;
};

function Choices({ fields, onChange }: Part) {
  const { t } = useTranslation("banks");
  const { answers } = fields;
  const isOne = fields.type === "single-choice";
  const Mark = isOne ? Radio : Checkbox;
  const change = (at: number, part: Partial<(typeof answers)[number]>) =>
    onChange({ answers: answers.map((one, place) => (place === at ? { ...one, ...part } : one)) });
  return (
    <fieldset className="plan-section">
      <legend className="field-name">{t("form.answers")}</legend>
      {answers.map((answer, at) => (
        <div key={at} className="form-answer">
          <Mark
            aria-label={t("form.isRight", { at: at + 1 })}
            checked={answer.isRight}
            onChange={(event) =>
              onChange({ answers: withRight(fields, at, isOne || event.currentTarget.checked) })
            }
          />
          <TextInput
            aria-label={t("form.answer", { at: at + 1 })}
            placeholder={t("form.answer", { at: at + 1 })}
            maxLength={questionLimits.textCharsMax}
            value={answer.text}
            onChange={(event) => change(at, { text: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t("form.whyOf", { at: at + 1 })}
            placeholder={t("form.whyOf", { at: at + 1 })}
            maxLength={questionLimits.textCharsMax}
            value={answer.why}
            onChange={(event) => change(at, { why: event.currentTarget.value })}
          />
        </div>
      ))}
      <div className="row">
        <Button
          variant="subtle"
          disabled={answers.length >= questionLimits.answersMax}
          onClick={() =>
            onChange({
              answers: [...answers.map((one) => ({ ...one, shareMicro: null })), emptyAnswer],
            })
          }
        >
          {t("form.addAnswer")}
        </Button>
      </div>
    </fieldset>
  );
}

function TrueOrFalse({ fields, onChange }: Part) {
  const { t } = useTranslation("banks");
  return (
    <Radio.Group
      label={t("form.isTrue")}
      value={String(fields.isTrue)}
      onChange={(value) => onChange({ isTrue: value === "true" })}
    >
      <div className="row">
        <Radio value="true" label={t("form.true")} />
        <Radio value="false" label={t("form.false")} />
      </div>
    </Radio.Group>
  );
}

function NumberAnswer({ fields, onChange }: Part) {
  const { t } = useTranslation("banks");
  return (
    <div className="form fields-2">
      <TextInput
        label={t("form.value")}
        inputMode="decimal"
        maxLength={40}
        value={fields.value}
        onChange={(event) => onChange({ value: event.currentTarget.value })}
      />
      <TextInput
        label={t("form.tolerance")}
        description={t("form.toleranceHint")}
        inputMode="decimal"
        maxLength={40}
        value={fields.tolerance}
        onChange={(event) => onChange({ tolerance: event.currentTarget.value })}
      />
    </div>
  );
}

function ShortAnswer({ fields, onChange }: Part) {
  const { t } = useTranslation("banks");
  return (
    <>
      <Textarea
        label={t("form.accepts")}
        description={t("form.acceptsHint")}
        autosize
        minRows={2}
        value={fields.accepts}
        onChange={(event) => onChange({ accepts: event.currentTarget.value })}
      />
      <Checkbox
        label={t("form.case")}
        checked={fields.isCaseSensitive}
        onChange={(event) => onChange({ isCaseSensitive: event.currentTarget.checked })}
      />
    </>
  );
}

function Pairs({ fields, onChange }: Part) {
  const { t } = useTranslation("banks");
  const { pairs } = fields;
  const change = (at: number, part: Partial<(typeof pairs)[number]>) =>
    onChange({ pairs: pairs.map((one, place) => (place === at ? { ...one, ...part } : one)) });
  return (
    <fieldset className="plan-section">
      <legend className="field-name">{t("form.pairs")}</legend>
      {pairs.map((pair, at) => (
        <div key={at} className="form-pair">
          <TextInput
            aria-label={t("form.prompt", { at: at + 1 })}
            placeholder={t("form.prompt", { at: at + 1 })}
            maxLength={questionLimits.textCharsMax}
            value={pair.prompt}
            onChange={(event) => change(at, { prompt: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t("form.match", { at: at + 1 })}
            placeholder={t("form.match", { at: at + 1 })}
            maxLength={questionLimits.lineCharsMax}
            value={pair.match}
            onChange={(event) => change(at, { match: event.currentTarget.value })}
          />
        </div>
      ))}
      <div className="row">
        <Button
          variant="subtle"
          disabled={pairs.length >= questionLimits.answersMax}
          onClick={() => onChange({ pairs: [...pairs, { prompt: "", match: "" }] })}
        >
          {t("form.addPair")}
        </Button>
      </div>
      <Textarea
        label={t("form.distractors")}
        description={t("form.distractorsHint")}
        autosize
        minRows={1}
        value={fields.distractors}
        onChange={(event) => onChange({ distractors: event.currentTarget.value })}
      />
    </fieldset>
  );
}

function Essay({ fields, onChange }: Part) {
  const { t } = useTranslation("banks");
  return (
    <Textarea
      label={t("form.notes")}
      description={t("form.notesHint")}
      maxLength={questionLimits.textCharsMax}
      autosize
      minRows={2}
      value={fields.markerNotes}
      onChange={(event) => onChange({ markerNotes: event.currentTarget.value })}
    />
  );
}

function OwnPart(part: Part) {
  switch (part.fields.type) {
    case "single-choice":
    case "multiple-choice":
      return <Choices {...part} />;
    case "true-false":
      return <TrueOrFalse {...part} />;
    case "numerical":
      return <NumberAnswer {...part} />;
    case "short-answer":
      return <ShortAnswer {...part} />;
    case "matching":
      return <Pairs {...part} />;
    case "essay":
      return <Essay {...part} />;
  }
}

/** A question of any type to be written. */
export function QuestionForm({ fields, onChange, isNew }: Part & { isNew: boolean }) {
  const { t } = useTranslation("banks");
  return (
    <>
      {isNew ? (
        <NativeSelect
          label={t("form.type")}
          value={fields.type}
          data={writtenTypes.map((type) => ({ value: type, label: t(`types.${type}`) }))}
          onChange={(event) =>
            onChange({ type: event.currentTarget.value as QuestionFields["type"] })
          }
        />
      ) : null}
      <Textarea
        label={t("form.stem")}
        description={fields.stemFormat === "html" ? t("form.html") : undefined}
        maxLength={questionLimits.textCharsMax}
        autosize
        minRows={3}
        value={fields.stem}
        onChange={(event) => onChange({ stem: event.currentTarget.value })}
        required
        data-autofocus
      />
      <OwnPart fields={fields} onChange={onChange} />
      <Textarea
        label={t("form.why")}
        description={t("form.whyHint")}
        maxLength={questionLimits.textCharsMax}
        autosize
        minRows={2}
        value={fields.why}
        onChange={(event) => onChange({ why: event.currentTarget.value })}
      />
      <TextInput
        label={t("form.name")}
        description={t("form.nameHint")}
        maxLength={questionLimits.nameCharsMax}
        value={fields.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
    </>
  );
}

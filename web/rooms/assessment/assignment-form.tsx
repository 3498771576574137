import { briefMax, criteriaMax, titleMax } from "@echelon/contract/assessment/rating-limits.ts";
import { Checkbox, Drawer, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { useFaultText } from "../../parts/faults.ts";
import { hasWords } from "../../parts/has-words.ts";
import { Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { useFormat } from "../../text/format.ts";
import type { Competency, Framework } from "./framework-map.ts";

/** Competencies that can be marked, found by words in either language. */
function CriteriaChoice({
  framework,
  chosen,
  onChange,
}: {
  framework: Framework;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const { t } = useTranslation("assignments");
  const format = useFormat();
  const [words, setWords] = useState("");
  const marked = framework.competencies.filter(({ anchors }) => anchors !== null);
  const isChosen = ({ id }: Competency) => chosen.includes(id);
  const text = ({ id, name }: Competency) => [id, name.zh, name.en].join(" ");
  const found = marked.filter((one) => isChosen(one) || hasWords(text(one), words));
  // What is chosen stays in sight whatever is looked for.
  const shown = [...found.filter(isChosen), ...found.filter((one) => !isChosen(one))];
  const isFull = chosen.length >= criteriaMax;
  return (
    <fieldset className="criteria-choice">
      <legend className="field-name">
        {t("make.criteria", { count: chosen.length, max: criteriaMax })}
      </legend>
      <TextInput
        aria-label={t("make.find")}
        placeholder={t("make.find")}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className="criteria-found">
        {shown.map((one) => (
          <Checkbox
            key={one.id}
            label={`${one.id} ${format.name(one.name)}`}
            checked={isChosen(one)}
            disabled={isFull && !isChosen(one)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? [...chosen, one.id]
                  : chosen.filter((id) => id !== one.id),
              )
            }
          />
        ))}
        {shown.length === 0 ? <p className="soft">{t("make.nothingFound")}</p> : null}
      </div>
      <p className="soft">{isFull ? t("make.full", { max: criteriaMax }) : t("make.anchored")}</p>
    </fieldset>
  );
}

/** What is still missing of a new assignment; null when it can be made. */
function useMissing(title: string, brief: string, chosen: readonly string[]): string | null {
  const { t } = useTranslation("assignments");
  if (title.trim() === "") return t("make.noTitle");
  if (brief.trim() === "") return t("make.noBrief");
  return chosen.length === 0 ? t("make.noCriteria") : null;
}

/** A new assignment; students see it at once. */
export function AssignmentForm({
  framework,
  of,
  onClose,
}: {
  framework: Framework;
  of: string;
  onClose: () => void;
}) {
  const { t } = useTranslation("assignments");
  const [title, setTitle] = useState("");
  const [brief, setBrief] = useState("");
  const [dueOn, setDueOn] = useState("");
  const [competencies, setCompetencies] = useState<string[]>([]);
  const act = useAct("POST /assessment/classes/:class/assignments", [
    "GET /assessment/classes/:class/assignments",
  ]);
  const fault = useFaultText(act.error);
  const make = () => {
    const body = { title, brief, competencies, dueOn: dueOn === "" ? null : dueOn };
    act.mutate({ where: { class: of }, body }, { onSuccess: onClose });
  };
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={t("make.open")}>
      <div className="form">
        <TextInput
          label={t("make.title")}
          placeholder={t("make.titleExample")}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={fault("title")}
          maxLength={titleMax}
          required
          data-autofocus
        />
        <Textarea
          label={t("make.brief")}
          description={t("make.briefHint")}
          value={brief}
          onChange={(event) => setBrief(event.currentTarget.value)}
          error={fault("brief")}
          maxLength={briefMax}
          autosize
          minRows={4}
          maxRows={14}
          required
        />
        <CriteriaChoice framework={framework} chosen={competencies} onChange={setCompetencies} />
        <TextInput
          type="date"
          label={t("make.due")}
          description={t("make.dueHint")}
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
          error={fault("dueOn")}
        />
        {act.error === null ? null : <Problem error={act.error} />}
        <ReasonButton
          reason={useMissing(title, brief, competencies)}
          loading={act.isPending}
          onClick={make}
        >
          {t("make.send")}
        </ReasonButton>
      </div>
    </Drawer>
  );
}

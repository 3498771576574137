import { placementLimits } from "@echelon/contract/placement/limits.ts";
import { Button, MultiSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { NumberField } from "../../parts/number-field.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { useFormat } from "../../text/format.ts";

export type Draft = {
  title: string;
  city: string;
  about: string;
  capacity: number;
  least: number;
  floorPermille: number;
  asked: { competency: string; weight: number }[];
};

export const emptyDraft: Draft = {
  title: "",
  city: "",
  about: "",
  capacity: 1,
  least: 0,
  floorPermille: 0,
  asked: [],
};

const weightMax = 10;
const permilleOfPercent = 10;
const { nameMax, textMax, seatsMax, askedMax } = placementLimits;

/** Competencies that a place asks for, each with what it weighs. */
function Asked({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const { t } = useTranslation("placement");
  const format = useFormat();
  const framework = useAnswer("GET /framework", {});
  const names = new Map(
    framework.data?.competencies.map(({ id, name }) => [id, format.name(name)]),
  );
  const weightOf = new Map(draft.asked.map(({ competency, weight }) => [competency, weight]));
  return (
    <>
      <MultiSelect
        label={t("form.asked")}
        data={[...names].map(([value, name]) => ({ value, label: `${value} ${name}` }))}
        value={draft.asked.map(({ competency }) => competency)}
        maxValues={askedMax}
        searchable
        onChange={(ids) =>
          onChange({
            ...draft,
            asked: ids.map((competency) => ({
              competency,
              weight: weightOf.get(competency) ?? 1,
            })),
          })
        }
      />
      <div className="placement-fields">
        {draft.asked.map(({ competency, weight }) => (
          <NumberField
            key={competency}
            label={t("form.weight", { name: names.get(competency) ?? competency })}
            value={weight}
            min={1}
            max={weightMax}
            onValue={(next) =>
              onChange({
                ...draft,
                asked: draft.asked.map((one) =>
                  one.competency === competency ? { competency, weight: next ?? 1 } : one,
                ),
              })
            }
          />
        ))}
      </div>
    </>
  );
}

/** Seats, and what must be met before anybody gets one. */
function Numbers({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const { t } = useTranslation("placement");
  return (
    <>
      <NumberField
        label={t("form.capacity")}
        value={draft.capacity}
        min={1}
        max={seatsMax}
        onValue={(capacity) => onChange({ ...draft, capacity: capacity ?? 1 })}
      />
      <NumberField
        label={t("form.least")}
        value={draft.least}
        min={0}
        max={draft.capacity}
        onValue={(least) => onChange({ ...draft, least: least ?? 0 })}
      />
      <NumberField
        label={t("form.floor")}
        value={draft.floorPermille / permilleOfPercent}
        min={0}
        max={100}
        onValue={(percent) =>
          onChange({ ...draft, floorPermille: (percent ?? 0) * permilleOfPercent })
        }
      />
    </>
  );
}

/** A place as its organization drafts it. */
export function PlaceForm({
  before,
  isPending,
  onSave,
  onClose,
}: {
  before: Draft;
  isPending: boolean;
  onSave: (draft: Draft) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("placement");
  const [draft, setDraft] = useState(before);
  const isNamed = draft.title.trim() !== "" && draft.city.trim() !== "";
  const text = (name: "title" | "city") => (
    <TextInput
      label={t(`form.${name}`)}
      value={draft[name]}
      maxLength={nameMax}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className="form">
      <div className="placement-fields">
        {text("title")}
        {text("city")}
        <Numbers draft={draft} onChange={setDraft} />
      </div>
      <Textarea
        label={t("form.about")}
        value={draft.about}
        maxLength={textMax}
        autosize
        minRows={2}
        onChange={(event) => setDraft({ ...draft, about: event.currentTarget.value })}
      />
      <Asked draft={draft} onChange={setDraft} />
      <div className="row row-wrap">
        <ReasonButton
          reason={isNamed ? null : t("form.nameless")}
          loading={isPending}
          onClick={() => onSave(draft)}
        >
          {t("form.save")}
        </ReasonButton>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t("form.close")}
        </Button>
      </div>
    </div>
  );
}

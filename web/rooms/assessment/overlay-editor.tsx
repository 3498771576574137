import { overlayLimits } from "@echelon/contract/assessment/overlay-limits.ts";
import { Button, MultiSelect, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct, useAnswer } from "../../api/query.ts";
import { Card, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { useFormat } from "../../text/format.ts";
import type { Framework } from "./framework-map.ts";
import { OverlayAdded } from "./overlay-added.tsx";
import { OverlayCores } from "./overlay-cores.tsx";
import { OverlayFindings } from "./overlay-findings.tsx";
import { OverlayRaised } from "./overlay-raised.tsx";
import { type Draft, emptyDraft, type Overlays, type OverlayView } from "./overlay-rules.ts";

type Place = OverlayView["place"];
type Written = Answer<"PUT /assessment/overlays/:overlay">;

const region = "region";
const namePattern = /^[a-z][a-z0-9-]{1,15}$/;

/** Where a new one holds: a school of which one answers, or a region. */
function PlaceChoice({
  all,
  place,
  isNew,
  onChange,
}: {
  all: Overlays;
  place: Place;
  isNew: boolean;
  onChange: (place: Place) => void;
}) {
  const { t } = useTranslation("overlays");
  const format = useFormat();
  const listed = useAnswer("GET /organisations", { asks: {} }).data?.items ?? [];
  const schools = all.mayMakeRegions
    ? listed.filter(({ kind }) => kind === "school")
    : all.schools.filter(({ mayMake }) => mayMake);
  const data = schools.map(({ id, name }) => ({ value: id, label: format.name(name) }));
  const regions = all.mayMakeRegions ? [{ value: region, label: t("place.region") }] : [];
  return (
    <>
      <Select
        label={t("place.label")}
        data={[...data, ...regions]}
        value={place.layer === "school" ? place.school : region}
        disabled={!isNew}
        allowDeselect={false}
        onChange={(chosen) =>
          onChange(
            chosen === region || chosen === null
              ? { layer: "region", schools: null }
              : { layer: "school", school: chosen },
          )
        }
      />
      {place.layer === "school" ? null : (
        <MultiSelect
          label={t("place.schools")}
          description={t("place.schoolsHint")}
          data={data}
          value={place.schools ?? []}
          onChange={(ids) => onChange({ layer: "region", schools: ids.length === 0 ? null : ids })}
        />
      )}
    </>
  );
}

function Titles({ draft, onChange }: { draft: Draft; onChange: (change: Partial<Draft>) => void }) {
  const { t } = useTranslation("overlays");
  const { title } = draft;
  return (
    <div className="overlay-fields">
      {(["zh", "en"] as const).map((language) => (
        <TextInput
          key={language}
          label={t(`title.${language}`)}
          value={title[language]}
          maxLength={overlayLimits.titleMax}
          onChange={(event) =>
            onChange({ title: { ...title, [language]: event.currentTarget.value } })
          }
        />
      ))}
    </div>
  );
}

/** Why it cannot be sent; null when it can. */
function useMissing(name: string, draft: Draft): string | null {
  const { t } = useTranslation("overlays");
  if (!namePattern.test(name)) return t("nameRule");
  if (draft.title.zh.trim() === "" || draft.title.en.trim() === "") return t("noTitle");
  const isUnfinished = draft.competencies.some(
    ({ id, name: of, roles, courses }) =>
      id === "" || of.zh === "" || of.en === "" || roles.length === 0 || courses.length === 0,
  );
  if (isUnfinished) return t("added.unfinished");
  return draft.cores.some(({ add }) => add.length === 0) ? t("cores.empty") : null;
}

/** What a school or region asks beyond the core: looked at first, then put in force. */
export function OverlayEditor({
  all,
  framework,
  before,
  place: first,
  onClose,
}: {
  all: Overlays;
  framework: Framework;
  before: OverlayView | null;
  place: Place;
  onClose: (taken: string | null) => void;
}) {
  const { t } = useTranslation("overlays");
  const [name, setName] = useState(before?.name ?? "");
  const [place, setPlace] = useState(first);
  const [draft, setDraft] = useState<Draft>(before?.draft ?? emptyDraft);
  const [written, setWritten] = useState<Written | null>(null);
  const act = useAct("PUT /assessment/overlays/:overlay", [
    "GET /assessment/overlays",
    "GET /framework",
  ]);
  const change = (more: Partial<Draft>) => {
    setDraft({ ...draft, ...more });
    setWritten(null);
  };
  const send = (does: "look" | "take") =>
    act.mutate(
      { where: { overlay: name }, body: { place, draft, after: before?.version ?? null, does } },
      { onSuccess: (said) => (said.isTaken ? onClose(name) : setWritten(said)) },
    );
  const button = { reason: useMissing(name, draft), loading: act.isPending };
  const part = { framework, draft, onChange: change };
  const heading = before === null ? t("make") : t("change", { name: before.name });
  return (
    <Card title={heading}>
      <div className="form">
        <TextInput
          label={t("name")}
          description={t("nameHint")}
          value={name}
          maxLength={overlayLimits.nameMax}
          disabled={before !== null}
          onChange={(event) => setName(event.currentTarget.value.toLowerCase())}
        />
        <PlaceChoice {...{ all, place, isNew: before === null }} onChange={setPlace} />
        <Titles draft={draft} onChange={change} />
        <OverlayRaised {...part} />
        <OverlayAdded {...part} />
        <OverlayCores {...part} name={name} />
        <p className="soft">{t("never")}</p>
        {act.error === null ? null : <Problem error={act.error} />}
        {written === null ? null : <OverlayFindings written={written} />}
        <div className="row row-wrap">
          <ReasonButton {...button} variant="default" onClick={() => send("look")}>
            {t("look")}
          </ReasonButton>
          <ReasonButton {...button} onClick={() => send("take")}>
            {t("take")}
          </ReasonButton>
          <Button variant="subtle" onClick={() => onClose(null)}>
            {t("cancel")}
          </Button>
        </div>
      </div>
    </Card>
  );
}

import { foreignLimits, foreignRelations } from "@echelon/contract/assessment/foreign-limits.ts";
import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { useFormat } from "../../text/format.ts";
import type { Foreign } from "./foreign-types.ts";
import type { Framework } from "./framework-map.ts";

type Relation = (typeof foreignRelations)[number];

/** How one item lies to a competency of ours. */
export function ForeignMapForm({
  of,
  item,
  framework,
  onClose,
}: {
  of: Foreign;
  item: string;
  framework: Framework;
  onClose: () => void;
}) {
  const { t } = useTranslation("foreign");
  const format = useFormat();
  const [competency, setCompetency] = useState<string | null>(null);
  const [relation, setRelation] = useState<Relation>("exact");
  const [note, setNote] = useState("");
  const act = useAct("PUT /assessment/foreign-frameworks/:framework/mappings", [
    "GET /assessment/foreign-frameworks/:framework",
    "GET /assessment/foreign-frameworks",
  ]);
  const save = () => {
    if (competency === null) return;
    const body = { item, competency, relation, note };
    act.mutate({ where: { framework: of.id }, body }, { onSuccess: onClose });
  };
  return (
    <div className="form overlay-row">
      <Select
        label={t("map.competency")}
        placeholder={t("map.find")}
        data={framework.competencies.map(({ id, name }) => ({
          value: id,
          label: `${id} ${format.name(name)}`,
        }))}
        value={competency}
        searchable
        nothingFoundMessage={t("map.nothingFound")}
        onChange={setCompetency}
      />
      <Select
        label={t("map.relation")}
        data={foreignRelations.map((value) => ({ value, label: t(`relations.${value}`) }))}
        value={relation}
        allowDeselect={false}
        onChange={(next) => setRelation(foreignRelations.find((one) => one === next) ?? relation)}
      />
      <TextInput
        label={t("map.note")}
        value={note}
        maxLength={foreignLimits.noteMax}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {act.error === null ? null : <Problem error={act.error} />}
      <div className="row row-wrap">
        <ReasonButton
          reason={competency === null ? t("map.choose") : null}
          loading={act.isPending}
          onClick={save}
        >
          {t("map.save")}
        </ReasonButton>
        <Button variant="subtle" onClick={onClose}>
          {t("map.cancel")}
        </Button>
      </div>
    </div>
  );
}

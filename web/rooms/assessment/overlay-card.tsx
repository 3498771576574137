import { measureFigure } from "@echelon/contract/assessment/measure-figure.ts";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Card, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Framework } from "./framework-map.ts";
import { type Overlays, type OverlayView, rowsOf } from "./overlay-rules.ts";

type Part = { framework: Framework; one: OverlayView };

function Asks({ framework, one: { name, draft } }: Part) {
  const { t } = useTranslation("overlays");
  const format = useFormat();
  const known = new Map(framework.competencies.map((each) => [each.id, each]));
  const nameOf = (id: string) => {
    const found = known.get(id) ?? draft.competencies.find((each) => `${name}:${each.id}` === id);
    return found === undefined ? id : `${id} ${format.name(found.name)}`;
  };
  const rows = rowsOf(draft);
  const sum = rows.length + draft.competencies.length + draft.cores.length;
  if (sum === 0) return <p className="soft">{t("asksNothing")}</p>;
  return (
    <ul className="plain-list framework-mappings">
      {draft.competencies.map(({ id, name: of }) => (
        <li key={id}>{t("asks.added", { name: `${name}:${id} ${format.name(of)}` })}</li>
      ))}
      {rows.map(({ competency, threshold, minCount, weight }) => {
        const rule = known.get(competency)?.rule;
        const parts = [
          threshold === null || rule === undefined
            ? null
            : `${rule.op === ">=" ? "≥" : "≤"} ${measureFigure(rule.unit, threshold)}`,
          minCount === null ? null : t("asks.events", { count: minCount }),
          weight === null ? null : t("asks.weight", { weight }),
        ].filter((each) => each !== null);
        return (
          <li key={competency}>
            {nameOf(competency)}: {parts.join(t("comma"))}
          </li>
        );
      })}
      {draft.cores.map(({ role, echelon, add }) => {
        const of = framework.roles.find(({ id }) => id === role);
        return (
          <li key={`${role} ${echelon}`}>
            {t("asks.core", {
              core: `${of === undefined ? role : format.name(of.name)} · ${echelon}`,
              names: add.map(nameOf).join(t("comma")),
            })}
          </li>
        );
      })}
    </ul>
  );
}

function Where({ all, one: { place } }: { all: Overlays; one: OverlayView }) {
  const { t } = useTranslation("overlays");
  const format = useFormat();
  const names = new Map(all.schools.map(({ id, name }) => [id, format.name(name)]));
  if (place.layer === "school") return <>{names.get(place.school) ?? t("place.school")}</>;
  if (place.schools === null) return <>{t("place.everywhere")}</>;
  return <>{t("place.some", { count: place.schools.length })}</>;
}

/** Ending is said twice: what was asked is not asked any more. */
function End({ name }: { name: string }) {
  const { t } = useTranslation("overlays");
  const [isAsked, setAsked] = useState(false);
  const act = useAct("DELETE /assessment/overlays/:overlay", [
    "GET /assessment/overlays",
    "GET /framework",
  ]);
  if (!isAsked)
    return (
      <Button variant="subtle" onClick={() => setAsked(true)}>
        {t("end.ask")}
      </Button>
    );
  return (
    <div>
      <p className="hint">{t("end.text")}</p>
      {act.error === null ? null : <Problem error={act.error} />}
      <div className="row row-wrap">
        <Button
          color="red"
          loading={act.isPending}
          onClick={() => act.mutate({ where: { overlay: name } })}
        >
          {t("end.do")}
        </Button>
        <Button variant="subtle" onClick={() => setAsked(false)}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}

/** What one region or school asks, where, and since when. */
export function OverlayCard({
  all,
  framework,
  one,
  onChange,
}: Part & { all: Overlays; onChange: () => void }) {
  const { t } = useTranslation("overlays");
  const format = useFormat();
  return (
    <Card
      title={format.name(one.draft.title)}
      note={
        <>
          <span className="mono">
            {one.name} {one.version}
          </span>{" "}
          · <Where all={all} one={one} />
        </>
      }
    >
      <div className="form">
        {one.isEnded ? <p className="hint">{t("ended")}</p> : null}
        {one.isLeftOut ? <p className="problem">{t("leftOut")}</p> : null}
        <Asks framework={framework} one={one} />
        <p className="soft">
          {t("by", { name: one.madeBy, day: format.date(String(one.madeAt)) })}
        </p>
        {one.mayChange ? (
          <div className="row row-wrap">
            <Button variant="default" onClick={onChange}>
              {one.isEnded ? t("revive") : t("edit")}
            </Button>
            {one.isEnded ? null : <End name={one.name} />}
          </div>
        ) : null}
      </div>
    </Card>
  );
}

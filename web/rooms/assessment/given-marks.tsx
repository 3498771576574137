import { useTranslation } from "react-i18next";
import { Card } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Framework } from "./framework-map.ts";
import { type Criterion, criteriaOf, type RatedWork } from "./rating-types.ts";

function GivenMark({ who, mark, note }: { who: string; mark: number | null; note: string }) {
  return (
    <div>
      <dt>{who}</dt>
      <dd>
        <strong className="anchor-mark">{mark ?? "–"}</strong> {note === "" ? null : <q>{note}</q>}
      </dd>
    </div>
  );
}

/** What one gave for a criterion, and beside it the others' once all are in. */
function OfCriterion({ of }: { of: Criterion }) {
  const { t } = useTranslation("review");
  return (
    <dl className="given-marks">
      <GivenMark who={t("you")} mark={of.mark} note={of.note} />
      {(of.others ?? []).map(({ side, mark, note }, at) => (
        <GivenMark key={at} who={t(`sides.${side}`)} mark={mark} note={note} />
      ))}
    </dl>
  );
}

/** A work that one has marked: the own marks, and the others' when all of them are in. */
export function GivenMarks({ framework, of }: { framework: Framework; of: RatedWork }) {
  const { t } = useTranslation("review");
  const format = useFormat();
  const isComplete = of.criteria.every(({ others }) => others !== null);
  const ids = of.criteria.map(({ competency }) => competency);
  return (
    <Card title={t("yourMarks")}>
      <p className="soft">{isComplete ? t("allIn") : t("othersLater")}</p>
      <ul className="plain-list given-list">
        {criteriaOf(framework, ids).map((one) => {
          const found = of.criteria.find(({ competency }) => competency === one.id);
          return (
            <li key={one.id}>
              <h3>
                <span className="dim">{one.id}</span> {format.name(one.name)}
              </h3>
              {found === undefined ? null : <OfCriterion of={found} />}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

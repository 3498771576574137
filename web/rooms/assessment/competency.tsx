import "./assessment.css";
import { measureFigure } from "@echelon/contract/assessment/measure-figure.ts";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Competency, Framework } from "./framework-map.ts";
import { CourseName } from "../courses/course-name.tsx";
import { Mappings } from "./mappings.tsx";
import { RuleText } from "./rule-text.tsx";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type Part = { framework: Framework; one: Competency };

/** Where it stands: echelon, area, roles and the courses that teach it. */
function Place({ framework, one }: Part) {
  const { t } = useTranslation("framework");
  const format = useFormat();
  const named = (list: Framework["areas"], ids: readonly string[]) =>
    ids.flatMap((id) => list.filter((each) => each.id === id));
  const echelon = framework.echelons.find(({ id }) => id === one.echelon);
  return (
    <Card title={t("place.title")}>
      <dl className="framework-facts">
        <Fact name={t("place.echelon")}>
          <Link to="/framework" search={{ echelon: one.echelon }}>
            {one.echelon} {echelon === undefined ? null : format.name(echelon.name)}
          </Link>
        </Fact>
        <Fact name={t("place.area")}>
          {named(framework.areas, [one.area]).map(({ name }) => format.name(name))}
        </Fact>
        <Fact name={t("place.roles")}>
          <ul className="plain-list">
            {named(framework.roles, one.roles).map(({ id, name }, at) => (
              <li key={id}>
                <Link to="/framework" search={{ role: id }}>
                  {format.name(name)}
                </Link>{" "}
                {at === 0 ? <span className="dim">{t("place.home")}</span> : null}
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name={t("place.courses")}>
          <ul className="plain-list">
            {named(framework.courses, one.courses).map(({ id, name }) => (
              <li key={id}>
                <CourseName of={id} name={format.name(name)} />
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
    </Card>
  );
}

/** When practice shows it. */
function Rule({ framework, one }: Part) {
  const { t } = useTranslation("framework");
  const format = useFormat();
  const { rule } = one;
  const titleOf = (name: string) => {
    const found = framework.overlays.find((each) => each.name === name);
    return found === undefined ? name : format.name(found.title);
  };
  return (
    <Card title={t("evidence.title")}>
      <p className="framework-rule">
        <RuleText rule={rule} />
      </p>
      <dl className="framework-facts">
        <Fact name={t("evidence.worst")}>{measureFigure(rule.unit, rule.worst)}</Fact>
        <Fact name={t("evidence.threshold")}>{measureFigure(rule.unit, rule.threshold)}</Fact>
        <Fact name={t("evidence.best")}>{measureFigure(rule.unit, rule.best)}</Fact>
        <Fact name={t("evidence.batch")}>
          {t("evidence.events", { events: rule.minCount, event: format.name(rule.eventName) })}
        </Fact>
        <Fact name={t("evidence.by")}>
          {rule.by === "person" ? t("evidence.person") : t("evidence.team")}
        </Fact>
      </dl>
      {one.raised === null ? null : (
        <p className="hint framework-raised">
          {t("beyond.core", {
            titles: one.raised.by.map(titleOf).join(t("comma")),
            figure: measureFigure(rule.unit, one.raised.threshold),
            count: one.raised.minCount,
          })}
        </p>
      )}
      {one.weight === 1 ? null : (
        <p className="hint framework-raised">{t("beyond.weight", { weight: one.weight })}</p>
      )}
      <p className="soft">{t("evidence.start")}</p>
    </Card>
  );
}

/** What each mark looks like, the highest first: one reads down to where it fits. */
function Marks({ framework, one }: Part) {
  const { t } = useTranslation("framework");
  const format = useFormat();
  if (one.anchors === null)
    return (
      <Card title={t("marks.title")}>
        <p className="soft">{t("marks.none")}</p>
      </Card>
    );
  const marks = one.anchors.map((anchor, mark) => ({ anchor, mark, name: framework.marks[mark]! }));
  return (
    <Card title={t("marks.title")} note={t("marks.note")}>
      <ol className="plain-list anchors" reversed start={4}>
        {marks.toReversed().map(({ anchor, mark, name }) => (
          <li key={mark}>
            <strong className="anchor-mark">{mark}</strong>
            <div>
              <span className="dim">{format.name(name)}</span>
              <p>{format.name(anchor)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function CompetencyPage({ framework, one }: Part) {
  const { t } = useTranslation("framework");
  const format = useFormat();
  const other = format.language === "zh" ? one.name.en : one.name.zh;
  const part = { framework, one };
  return (
    <>
      <PageHead
        title={`${one.id} ${format.name(one.name)}`}
        text={<span lang={format.language === "zh" ? "en" : "zh-CN"}>{other}</span>}
      />
      <div className="grid-2-1 framework-page">
        <div className="grid">
          <Rule {...part} />
          <Marks {...part} />
        </div>
        <div className="grid">
          <Place {...part} />
          <Mappings {...part} />
          {one.supersedes.length === 0 ? null : (
            <Card title={t("supersedes")}>
              <p className="mono">{one.supersedes.join(t("comma"))}</p>
            </Card>
          )}
        </div>
      </div>
    </>
  );
}

/** One competency: the rule, the marks, where it stands, and what others call it. */
export default function CompetencyRoom() {
  const { t } = useTranslation("framework");
  const id = usePlace("competency");
  const framework = useAnswer("GET /framework", {});
  return (
    <>
      <p className="framework-back">
        <Link to="/framework">{t("back")}</Link>
      </p>
      <Loaded of={framework}>
        {(all) => {
          const one = all.competencies.find((each) => each.id === id);
          return one === undefined ? (
            <Empty isPage title={t("unknown.title")} text={t("unknown.text", { id })} />
          ) : (
            <CompetencyPage framework={all} one={one} />
          );
        }}
      </Loaded>
    </>
  );
}

import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Card } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Course } from "./course-types.ts";

/** What somebody can do after the course, by competency. */
export function CourseAims({ of }: { of: Course }) {
  const { t } = useTranslation("courses");
  const format = useFormat();
  return (
    <Card title={t("aims")}>
      <ul className="aim-list">
        {of.goals.map(({ id, text, competencies }) => (
          <li key={id}>
            {format.name(text)}{" "}
            {competencies.map((one) => (
              <Link key={one} to={`/framework/${one}`} className="aim-link">
                {one}
              </Link>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The work at the end, with what its marks look like. */
export function CourseProject({ of }: { of: Course }) {
  const { t } = useTranslation("courses");
  const format = useFormat();
  const { project } = of;
  return (
    <Card title={t("project.title")} note={t("project.hours", { count: project.hours })}>
      <h3 className="project-name">{format.name(project.name)}</h3>
      <p className="project-brief">{format.name(project.brief)}</p>
      <h4>{t("project.delivers")}</h4>
      <ul>
        {project.delivers.map((one, at) => (
          <li key={at}>{format.name(one)}</li>
        ))}
      </ul>
      <details>
        <summary className="tall-link">{t("project.criteria")}</summary>
        {project.criteria.map(({ competency, name, anchors }) => (
          <div key={`${competency} ${name.en}`} className="criterion">
            <h4>
              {format.name(name)} <Link to={`/framework/${competency}`}>{competency}</Link>
            </h4>
            <ol start={0}>
              {anchors.map((anchor, mark) => (
                <li key={mark}>{format.name(anchor)}</li>
              ))}
            </ol>
          </div>
        ))}
      </details>
    </Card>
  );
}

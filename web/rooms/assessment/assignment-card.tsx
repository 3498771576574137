import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { AgreementText } from "./agreement-text.tsx";
import { CloseAssignment } from "./close-assignment.tsx";
import { DueText } from "./due-text.tsx";
import type { Framework } from "./framework-map.ts";
import { MarkingState } from "./marking-state.tsx";
import { OwnRating } from "./own-rating.tsx";
import { PublishAssignment } from "./publish-assignment.tsx";
import { type Assignment, criteriaOf } from "./rating-types.ts";

const badgeOf = { open: "badge-good", marking: "badge-warn", published: "badge-accent" } as const;

/** What was asked, and by which competencies it is marked. */
function Asked({ framework, of }: { framework: Framework; of: Assignment }) {
  const { t } = useTranslation("assignments");
  const format = useFormat();
  return (
    <details className="asked">
      <summary>{t("asked", { count: of.competencies.length })}</summary>
      <p className="work-text soft">{of.brief}</p>
      <ul>
        {criteriaOf(framework, of.competencies).map((one) => (
          <li key={one.id}>
            <Link to={`/framework/${one.id}`}>
              {one.id} {format.name(one.name)}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What of it the caller has to mark: a teacher is a rater, too. */
function OwnShare({ of }: { of: Assignment }) {
  const { t } = useTranslation("assignments");
  const queue = useAnswer("GET /assessment/queue", {});
  const own = queue.data?.filter(
    ({ assignment, state }) => assignment === of.id && state === "to-mark",
  );
  if (own === undefined || own.length === 0) return null;
  return (
    <Button component={Link} to="/review">
      {t("ownShare", { count: own.length })}
    </Button>
  );
}

/** One assignment of a class, as far as it has come, with what can be done next. */
export function AssignmentCard({
  framework,
  of,
  students,
  mentors,
  mayTeach,
}: {
  framework: Framework;
  of: Assignment;
  students: number;
  /** Undefined until it is known. */
  mentors: number | undefined;
  mayTeach: boolean;
}) {
  const { t } = useTranslation("assignments");
  return (
    <Card
      title={
        <>
          {of.title} <span className={`badge ${badgeOf[of.state]}`}>{t(`states.${of.state}`)}</span>
        </>
      }
      note={<DueText of={of} />}
    >
      <div className="form">
        <p>{t("handedIn", { count: of.works, of: Math.max(students, of.works) })}</p>
        {of.marking === null ? null : <MarkingState of={of.marking} />}
        {of.agreement === null ? null : <AgreementText of={of.agreement} />}
        {of.myRating === null ? null : <OwnRating of={of.myRating} />}
        {mayTeach && of.state !== "published" ? (
          <div className="row row-wrap">
            {of.state === "open" ? <CloseAssignment of={of} mentors={mentors} /> : null}
            {of.state === "marking" ? <OwnShare of={of} /> : null}
            {of.state === "marking" ? <PublishAssignment of={of} /> : null}
          </div>
        ) : null}
        <Asked framework={framework} of={of} />
      </div>
    </Card>
  );
}

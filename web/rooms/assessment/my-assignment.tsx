import "./assessment.css";
import "./ratings.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { CriteriaList } from "./criteria-list.tsx";
import { DueText } from "./due-text.tsx";
import { FairMarks } from "./fair-marks.tsx";
import type { Framework } from "./framework-map.ts";
import type { Assignment } from "./rating-types.ts";
import { WorkForm } from "./work-form.tsx";

/** The work as it was handed in, once nothing can be changed. */
function FrozenWork({ of }: { of: Assignment }) {
  const { t } = useTranslation("assignments");
  if (of.myWork === null)
    return (
      <Card label={t("work.title")}>
        <Empty title={t("work.none.title")} text={t("work.none.text")} />
      </Card>
    );
  return (
    <Card title={t("work.title")}>
      {of.state === "marking" ? <p className="hint">{t("work.marking")}</p> : null}
      <p className="work-text">{of.myWork.text}</p>
    </Card>
  );
}

function Shown({ framework, of }: { framework: Framework; of: Assignment }) {
  const { t } = useTranslation("assignments");
  return (
    <>
      <PageHead title={of.title} text={<DueText of={of} />}>
        <Button component={Link} to="/assignments" variant="default">
          {t("toMine")}
        </Button>
      </PageHead>
      <div className="grid-2-1">
        <div className="grid">
          {of.myMarks.length > 0 ? <FairMarks framework={framework} of={of} /> : null}
          <Card title={t("brief")}>
            <p className="work-text">{of.brief}</p>
          </Card>
          {of.state === "open" ? <WorkForm key={of.id} of={of} /> : <FrozenWork of={of} />}
        </div>
        <CriteriaList framework={framework} ids={of.competencies} />
      </div>
    </>
  );
}

/** One assignment of a student: what is asked, what is written, and what it was given. */
export default function MyAssignment() {
  const { t } = useTranslation("assignments");
  const id = usePlace("assignment");
  const framework = useAnswer("GET /framework", {});
  const all = useAnswer("GET /assessment/classes/:class/assignments", {
    where: { class: usePlace("class") },
  });
  const isLost = all.data === undefined && all.error !== null;
  return (
    <>
      {isLost ? <PageHead title={t("mine")} /> : null}
      <Loaded of={framework}>
        {(found) => (
          <Loaded of={all}>
            {(list) => {
              const of = list.find((one) => one.id === id);
              if (of === undefined)
                return <Empty isPage title={t("gone.title")} text={t("gone.text")} />;
              return <Shown framework={found} of={of} />;
            }}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

import "./assessment.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { useMe } from "../../api/session.ts";
import { Loaded, PageHead } from "../../parts/page.tsx";
import { LearnerStandings } from "./learner-standings.tsx";

/** A closed day is read within a minute: whoever waits here sees it come. */
const askedAgainMillis = 30_000;

/** What a student has shown so far, and what to do next. */
export default function MyCompetencies() {
  const { t } = useTranslation("evidence");
  const framework = useAnswer("GET /framework", {});
  const where = { person: useMe().id };
  const mine = useAnswer(
    "GET /assessment/people/:person",
    { where },
    { pollMillis: askedAgainMillis },
  );
  return (
    <>
      <PageHead title={t("mine")} text={t("mineText")}>
        <Button component={Link} to="/appeals" variant="default">
          {t("toAppeals")}
        </Button>
        <Button component={Link} to="/certificates" variant="default">
          {t("toCertificates")}
        </Button>
      </PageHead>
      <Loaded of={framework}>
        {(all) => (
          <Loaded of={mine}>
            {({ standings }) => (
              <LearnerStandings
                framework={all}
                person={where.person}
                standings={standings}
                addressOf={(competency) => `/competencies/${competency}`}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

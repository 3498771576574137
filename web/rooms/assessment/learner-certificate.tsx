import "./assessment.css";
import "./evidence.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { Card, Loaded, PageHead } from "../../parts/page.tsx";
import { CertificatePanel } from "./certificate-panel.tsx";
import { DecideCertificate } from "./decide-certificate.tsx";
import type { Framework } from "./framework-map.ts";
import { ProfileChoice } from "./profile-choice.tsx";
import { useProfile } from "./use-profile.ts";

type Learner = Answer<"GET /assessment/people/:person">;

function Chosen({
  framework,
  learner,
  of,
}: {
  framework: Framework;
  learner: Learner;
  of: string;
}) {
  const { t } = useTranslation("certificate");
  const [profile, choose] = useProfile(framework);
  const view = useAnswer("GET /classes/:class", { where: { class: of } });
  if (profile === undefined) return null;
  const { person, name, standings } = learner;
  return (
    <div className="grid">
      <Card label={t("choice")}>
        <ProfileChoice framework={framework} profile={profile} onChoose={choose} />
      </Card>
      <CertificatePanel
        {...{ framework, profile, person, standings }}
        addressOf={(competency) => `/classes/${of}/competencies/${person}/${competency}`}
        actsOf={(certificate, title) =>
          view.data?.mayTeach ? <DecideCertificate {...{ of, name, certificate, title }} /> : null
        }
      />
    </div>
  );
}

/** How far a student is from a certificate, for who leads the class; a teacher decides it here. */
export default function LearnerCertificate() {
  const { t } = useTranslation(["certificate", "evidence"]);
  const of = usePlace("class");
  const framework = useAnswer("GET /framework", {});
  const learner = useAnswer("GET /assessment/people/:person", {
    where: { person: usePlace("person") },
  });
  return (
    <>
      <PageHead title={learner.data?.name ?? t("title")} text={t("ofStudent")}>
        <Button component={Link} to={`/classes/${of}/certificates`} variant="default">
          {t("class.certificates", { ns: "evidence" })}
        </Button>
        <Button
          component={Link}
          to={`/classes/${of}/people`}
          search={{ tab: "competencies" } as never}
          variant="default"
        >
          {t("toClass", { ns: "evidence" })}
        </Button>
      </PageHead>
      <Loaded of={framework}>
        {(all) => (
          <Loaded of={learner}>{(one) => <Chosen framework={all} learner={one} of={of} />}</Loaded>
        )}
      </Loaded>
    </>
  );
}

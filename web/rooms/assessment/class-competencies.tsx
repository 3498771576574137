import "./assessment.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card, Empty, Loaded } from "../../parts/page.tsx";
import { BandLegend } from "./band-mark.tsx";
import { ClassGaps } from "./class-gaps.tsx";
import { Contests } from "./contests.tsx";
import type { Framework } from "./framework-map.ts";
import { HeatMap } from "./heat-map.tsx";
import { ProfileChoice } from "./profile-choice.tsx";
import type { Profile } from "./profile.ts";
import type { ClassStandings } from "./standing.ts";
import { useProfile } from "./use-profile.ts";

/** A closed day is read within a minute. */
const askedAgainMillis = 60_000;

type OfClass = { of: string; name: string; mayTeach: boolean };

function Stand({
  framework,
  of,
  name,
  standings,
}: { framework: Framework; standings: ClassStandings } & OfClass) {
  const { t } = useTranslation("evidence");
  if (standings.students.length === 0)
    return <Empty title={t("class.nobody.title")} text={t("class.nobody.text")} />;
  const isNothing = standings.students.every(({ bands }) => bands.every((band) => band === null));
  return (
    <>
      {isNothing ? <p className="hint heat-note">{t("class.nothing")}</p> : null}
      <HeatMap framework={framework} of={of} name={name} standings={standings} />
    </>
  );
}

function OfProfile({
  framework,
  profile,
  choose,
  ...group
}: {
  framework: Framework;
  profile: Profile;
  choose: (role: string, echelon: string) => void;
} & OfClass) {
  const { t } = useTranslation("evidence");
  const { role, echelon } = profile;
  const standings = useAnswer(
    "GET /assessment/classes/:class",
    { where: { class: group.of }, asks: { role, echelon } },
    { keepPrevious: true, pollMillis: askedAgainMillis },
  );
  return (
    <div className="grid">
      <Card
        title={t("class.title")}
        note={t("core", { count: profile.core.length })}
        acts={
          <Button component={Link} to={`/classes/${group.of}/certificates`} variant="default">
            {t("class.certificates")}
          </Button>
        }
        flush
      >
        <div className="table-tools">
          <ProfileChoice framework={framework} profile={profile} onChoose={choose} />
        </div>
        <Loaded of={standings}>
          {(all) => <Stand framework={framework} standings={all} {...group} />}
        </Loaded>
        <div className="heat-legend">
          <BandLegend />
        </div>
      </Card>
      <Contests of={group.of} mayDecide={group.mayTeach} />
      {standings.data === undefined ? null : (
        <ClassGaps framework={framework} standings={standings.data} />
      )}
    </div>
  );
}

function Chosen(props: { framework: Framework } & OfClass) {
  const [profile, choose] = useProfile(props.framework);
  return profile === undefined ? null : <OfProfile {...props} profile={profile} choose={choose} />;
}

/** Who of a class stands where in what a role asks for, and what they say against it. */
export default function ClassCompetencies(props: OfClass) {
  const framework = useAnswer("GET /framework", {});
  return <Loaded of={framework}>{(all) => <Chosen framework={all} {...props} />}</Loaded>;
}

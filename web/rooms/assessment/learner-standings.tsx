import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Card, Empty } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { BandCounts, BandLegend } from "./band-mark.tsx";
import { CertificatePanel } from "./certificate-panel.tsx";
import type { Framework } from "./framework-map.ts";
import { ProfileChoice } from "./profile-choice.tsx";
import { countLevels, seenOf, type Standing } from "./standing.ts";
import { StandingList } from "./standing-list.tsx";
import { useProfile } from "./use-profile.ts";
import { WhatNext } from "./what-next.tsx";

/** Nothing was seen yet: what will be here, and what brings it. */
function NothingYet() {
  const { t } = useTranslation("evidence");
  return (
    <Card label={t("nothing.title")}>
      <Empty title={t("nothing.title")} text={t("nothing.own")}>
        <Button component={Link} to="/seasons">
          {t("nothing.go")}
        </Button>
      </Empty>
    </Card>
  );
}

/** What somebody has shown, against what a role asks for, and what to do next. */
export function LearnerStandings({
  framework,
  person,
  standings,
  addressOf,
}: {
  framework: Framework;
  person: string;
  standings: readonly Standing[];
  addressOf: (competency: string) => string;
}) {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  const [profile, choose] = useProfile(framework);
  if (profile === undefined) return null;
  const asked = new Set(profile.core);
  const core = seenOf(framework, standings, (id) => asked.has(id));
  const known = new Set(standings.map(({ competency }) => competency));
  const beside = seenOf(framework, standings, (id) => known.has(id) && !asked.has(id));
  const role = framework.roles.find(({ id }) => id === profile.role);
  const name = role === undefined ? profile.role : format.name(role.name);
  const title = `${name} · ${profile.echelon}`;
  return (
    <div className="grid">
      {standings.length === 0 ? <NothingYet /> : null}
      <Card title={title} note={t("core", { count: core.length })}>
        <ProfileChoice framework={framework} profile={profile} onChoose={choose} />
        <BandCounts
          counts={countLevels(core.map(({ level }) => level))}
          label={t("countsOf", { role: title })}
        />
      </Card>
      <CertificatePanel {...{ framework, profile, person, standings, addressOf }} />
      <div className="grid-2-1 standings">
        <div className="grid">
          <Card title={t("coreTitle")} note={t("byArea")}>
            <StandingList framework={framework} seen={core} addressOf={addressOf} />
          </Card>
          {beside.length === 0 ? null : (
            <Card title={t("beside")} note={t("besideNote")}>
              <StandingList framework={framework} seen={beside} addressOf={addressOf} />
            </Card>
          )}
        </div>
        <div className="grid standings-next">
          <WhatNext core={core} />
          <Card title={t("legend")}>
            <BandLegend />
          </Card>
        </div>
      </div>
    </div>
  );
}

import "./teaching.css";
import { Button, Checkbox } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { useMe } from "../../api/session.ts";
import { useAsked } from "../../frame/room.ts";
import { seasonProgress } from "../../frame/season-time.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { ClassForm, useSchools } from "./class-form.tsx";

type ClassView = Answer<"GET /classes">[number];
type Summary = Answer<"GET /practice/seasons">[number];

function SeasonLine({ season }: { season: Summary }) {
  const { t } = useTranslation("steer");
  const progress = seasonProgress(season.day, season.days);
  return (
    <Link to={`/t/${season.id}/wall`} className="season-line">
      <strong className="truncate">{season.name}</strong>
      <span className={`badge ${season.state === "running" ? "badge-accent" : ""}`}>
        {t(`states.${season.state}`)}
      </span>
      <span className="soft">
        {t("dayOf", { day: Math.min(season.day, season.days), days: season.days })}
      </span>
      <span className="track" aria-hidden="true">
        <i style={{ width: `${progress}%` }} />
      </span>
      <span className="soft">{t("storeCount", { count: season.stores })}</span>
    </Link>
  );
}

function ClassCard({ of, seasons }: { of: ClassView; seasons: readonly Summary[] }) {
  const { t } = useTranslation("teaching");
  const format = useFormat();
  const mine = seasons.filter((season) => season.class === of.id);
  const note = [format.name(of.school.name), of.term].filter(Boolean).join(" · ");
  return (
    <Card title={of.name} note={note}>
      <div className="row row-wrap class-acts">
        <span>{t("students", { count: of.students })}</span>
        {of.myRole === null ? null : <span className="badge">{t(`roles.${of.myRole}`)}</span>}
        {of.isArchived ? <span className="badge badge-warn">{t("archived")}</span> : null}
        <span className="push" />
        <Button component={Link} to={`/classes/${of.id}/people`} variant="default" size="sm">
          {t("peopleAndCode")}
        </Button>
        {of.mayTeach && !of.isArchived ? (
          <Button
            component={Link}
            to={`/classes/${of.id}/new-season`}
            variant={mine.length === 0 ? "filled" : "default"}
            size="sm"
          >
            {t("newSeason")}
          </Button>
        ) : null}
      </div>
      {mine.length === 0 ? (
        <p className="soft">{t("noSeason")}</p>
      ) : (
        mine.map((season) => <SeasonLine key={season.id} season={season} />)
      )}
    </Card>
  );
}

/** The classes that one teaches or assists in, each with its seasons. */
export default function Classes() {
  const { t } = useTranslation("teaching");
  const me = useMe();
  const navigate = useNavigate();
  const isMaking = useAsked("new") !== undefined;
  const [isAll, setAll] = useState(false);
  const asks = isAll ? { archived: "true" as const } : {};
  const classes = useAnswer("GET /classes", { asks }, { keepPrevious: true });
  const seasons = useAnswer("GET /practice/seasons", {});
  const schools = useSchools(me);
  const make = () => void navigate({ to: "/classes", search: { new: true } });
  const button = schools.length === 0 ? null : <Button onClick={make}>{t("newClass")}</Button>;
  return (
    <>
      <PageHead title={t("classes")}>{classes.data?.length === 0 ? null : button}</PageHead>
      <ClassForm isOpen={isMaking} />
      <Loaded of={classes}>
        {(list) => (
          <div className="grid">
            {list.length === 0 ? (
              <Card label={t("classes")}>
                <Empty title={t("noClass.title")} text={t("noClass.text")}>
                  {button}
                </Empty>
              </Card>
            ) : null}
            {list.map((one) => (
              <ClassCard key={one.id} of={one} seasons={seasons.data ?? []} />
            ))}
            <Checkbox
              label={t("withArchived")}
              checked={isAll}
              onChange={(event) => setAll(event.currentTarget.checked)}
            />
          </div>
        )}
      </Loaded>
    </>
  );
}

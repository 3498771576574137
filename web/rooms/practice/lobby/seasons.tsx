import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../api/client.ts";
import { useAct, useAnswer } from "../../../api/query.ts";
import { useMe } from "../../../api/session.ts";
import { Card, Empty, Loaded, PageHead, Problem } from "../../../parts/page.tsx";
import { useFormat } from "../../../text/format.ts";
import { RevokedNotice } from "../../credentials/revoked-notice.tsx";
import { placeInSeason, sortSeasons } from "./season-place.ts";

type Summary = Answer<"GET /practice/seasons">[number];

const pollMillis = 15_000;

function SeasonCard({ season }: { season: Summary }) {
  const { t } = useTranslation(["lobby", "steer"]);
  const format = useFormat();
  const place = placeInSeason(season);
  const own = season.myStores[0];
  return (
    <Card title={season.name} note={season.className || format.name(season.scenario.name)}>
      <p className="soft">{format.name(season.scenario.goal)}</p>
      <div className="row row-wrap season-foot">
        <span className={`badge ${season.state === "running" ? "badge-accent" : ""}`}>
          {t(`states.${season.state}`)}
        </span>
        <span className="soft">
          {t("dayOf", { day: Math.min(season.day, season.days), days: season.days })}
        </span>
        {own === undefined ? null : <span className="soft">{own.name}</span>}
        <span className="push" />
        {place.why === null ? (
          <Button
            component={Link}
            to={place.to}
            variant={season.state === "finished" ? "default" : "filled"}
          >
            {t(`lobby.${place.act}`)}
          </Button>
        ) : (
          <span className="soft">{t(`lobby.${place.why}`)}</span>
        )}
      </div>
    </Card>
  );
}

/** A first practice of one's own, against bots, in which one closes the days oneself. */
function Rehearsal({ known }: { known: Summary | undefined }) {
  const { t } = useTranslation(["lobby", "steer"]);
  const navigate = useNavigate();
  const start = useAct("POST /practice/rehearsal", ["GET /practice/seasons"]);
  const begin = (insteadOf?: string, preset?: "self-paced") =>
    start.mutate(
      {
        body: {
          ...(insteadOf === undefined ? {} : { insteadOf }),
          ...(preset === undefined ? {} : { preset }),
        },
      },
      {
        onSuccess: async (season) => {
          const own = season.myStores[0];
          if (own !== undefined) await navigate({ to: `/s/${season.id}/${own.store}/today` });
        },
      },
    );
  return (
    <Card title={t("rehearsal.title")} note={t("rehearsal.note")}>
      <p className="soft">{t("rehearsal.text")}</p>
      {start.error === null ? null : <Problem error={start.error} />}
      <div className="row row-wrap season-foot">
        <Button variant="default" loading={start.isPending} onClick={() => begin()}>
          {known === undefined ? t("rehearsal.start") : t("rehearsal.goOn")}
        </Button>
        {known === undefined ? null : (
          <Button variant="subtle" loading={start.isPending} onClick={() => begin(known.id)}>
            {t("rehearsal.again")}
          </Button>
        )}
        <Button
          variant="subtle"
          loading={start.isPending}
          onClick={() => begin(known?.id, "self-paced")}
        >
          {t(known === undefined ? "rehearsal.long" : "rehearsal.againLong")}
        </Button>
      </div>
    </Card>
  );
}

/** A student's seasons: the class's, and a first practice of one's own. */
export default function Seasons() {
  const { t } = useTranslation(["lobby", "steer"]);
  const me = useMe();
  const seasons = useAnswer("GET /practice/seasons", {}, { pollMillis });
  return (
    <>
      <PageHead title={t("lobby.title")} text={t("lobby.hello", { name: me.name })} />
      <div className="grid">
        <RevokedNotice />
        {me.hasPassword ? null : (
          <p className="hint">
            {t("lobby.noPassword", { username: me.username })}{" "}
            <Link to="/account">{t("lobby.setPassword")}</Link>
          </p>
        )}
        <Loaded of={seasons}>
          {(list) => {
            const ofClasses = sortSeasons(list.filter(({ isRehearsal }) => !isRehearsal));
            return (
              <>
                {ofClasses.length === 0 ? (
                  <Card label={t("lobby.title")}>
                    <Empty title={t("lobby.none.title")} text={t("lobby.none.text")}>
                      <Button component={Link} to="/join" variant="default">
                        {t("lobby.none.join")}
                      </Button>
                    </Empty>
                  </Card>
                ) : null}
                {ofClasses.map((season) => (
                  <SeasonCard key={season.id} season={season} />
                ))}
                <Rehearsal known={list.find(({ isRehearsal }) => isRehearsal)} />
              </>
            );
          }}
        </Loaded>
      </div>
    </>
  );
}

import "./placement.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { Card, Loaded, PageHead, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { Applicants } from "./applicants.tsx";
import { Appeals } from "./appeals.tsx";
import { isUnderWay, type Round, stepFrom } from "./placement-types.ts";
import { Promised } from "./promised.tsx";
import { PlaceReasonText } from "./reasons.tsx";
import { RulesForm } from "./rules-form.tsx";

const pollMillis = 2_000;

/** A round may be cancelled until it is published; that is said twice. */
function Cancel({ round }: { round: Round }) {
  const { t } = useTranslation("placement");
  const [isAsked, setAsked] = useState(false);
  const act = useAct("POST /placement/rounds/:round/step", [
    "GET /placement/rounds/:round",
    "GET /placement/rounds",
  ]);
  if (!isUnderWay(round.state)) return null;
  if (!isAsked)
    return (
      <Button variant="subtle" color="gray" onClick={() => setAsked(true)}>
        {t("cancel.ask")}
      </Button>
    );
  return (
    <>
      <Button
        color="red"
        loading={act.isPending}
        onClick={() => act.mutate({ where: { round: round.id }, body: { to: "cancelled" } })}
      >
        {t("cancel.act")}
      </Button>
      {act.error === null ? null : <Problem error={act.error} />}
    </>
  );
}

/** How far the round has come, what comes next, and what was promised. */
function Steps({ round }: { round: Round }) {
  const { t } = useTranslation("placement");
  const act = useAct("POST /placement/rounds/:round/step", [
    "GET /placement/rounds/:round",
    "GET /placement/rounds",
  ]);
  const next = stepFrom[round.state];
  const { run } = round;
  return (
    <Card
      title={t("steps.title")}
      note={<span className="badge">{t(`state.${round.state}`)}</span>}
    >
      <div className="form">
        <p>{t(`now.${round.state}`)}</p>
        {round.state === "frozen" && run === null ? (
          <p className="hint" role="status">
            {t("steps.matching")}
          </p>
        ) : null}
        {run === null || run.status === "verified" ? null : (
          <div className="problem" role="alert">
            {t(`run.${run.status}`)}
          </div>
        )}
        {act.error === null ? null : <Problem error={act.error} />}
        <div className="row row-wrap">
          {next === undefined ? null : (
            <Button
              loading={act.isPending}
              onClick={() => act.mutate({ where: { round: round.id }, body: { to: next } })}
            >
              {t(`step.${next}`)}
            </Button>
          )}
          <Cancel round={round} />
        </div>
      </div>
    </Card>
  );
}

function Places({ round }: { round: Round }) {
  const { t } = useTranslation("placement");
  const format = useFormat();
  const regionOf = (id: string) =>
    round.regions.filter((one) => one.places.includes(id)).map(({ name }) => name);
  return (
    <Card title={t("round.places", { count: round.places.length })}>
      {round.places.length === 0 ? <p className="soft">{t("round.noPlaces")}</p> : null}
      <ul className="placement-list">
        {round.places.map((place) => (
          <li key={place.id}>
            <div className="placement-line">
              <h3>{place.title}</h3>
              <span className={place.isAgreed ? "badge badge-good" : "badge badge-warn"}>
                {t(place.isAgreed ? "agreed" : "notAgreed")}
              </span>
            </div>
            <p className="soft">
              {[
                format.name(place.organisationName),
                place.city,
                ...regionOf(place.id),
                t("seats", { count: place.capacity }),
                ...(place.least === 0 ? [] : [t("least", { count: place.least })]),
                ...(round.state === "posts-open" ? [] : [t("listed", { count: place.listed })]),
              ].join(" · ")}
            </p>
            {place.reason === null ? null : <PlaceReasonText reason={place.reason} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** A round for those who lead it. */
export default function RoundRoom() {
  const { t } = useTranslation("placement");
  const round = useAnswer(
    "GET /placement/rounds/:round",
    { where: { round: usePlace("round") } },
    { pollMillis: (one) => (one?.state === "frozen" && one.run === null ? pollMillis : 60_000) },
  );
  return (
    <Loaded of={round}>
      {(one) => (
        <>
          <p>
            <Link to="/placement">{t("back")}</Link>
          </p>
          <PageHead title={one.name} text={t(`kind.${one.kind}`)} />
          <div className="grid">
            <Steps round={one} />
            <Places round={one} />
            {one.state === "draft" || one.state === "posts-open" ? (
              <RulesForm key={one.revision} round={one} />
            ) : null}
            <Applicants round={one} />
            <Appeals round={one} />
            <Promised round={one} resultHash={one.run?.resultHash ?? null} />
          </div>
        </>
      )}
    </Loaded>
  );
}

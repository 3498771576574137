import "./placement.css";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { Notice } from "../../parts/notice.tsx";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { ChoiceList } from "./choice-list.tsx";
import { OwnAppeal } from "./own-appeal.tsx";
import { isPublished, type OwnRound } from "./placement-types.ts";
import { ReasonText } from "./reasons.tsx";
import { Promised } from "./promised.tsx";

/** Where one is placed, and why not elsewhere. */
function Outcome({ round }: { round: OwnRound }) {
  const { t } = useTranslation("placement");
  const { outcome, places } = round;
  if (outcome === null)
    return (
      <Card title={t("outcome.title")}>
        <p>{t("outcome.noList")}</p>
      </Card>
    );
  const titles = new Map(places.map(({ id, title }) => [id, title]));
  return (
    <Card title={t("outcome.title")}>
      <div className="form">
        <p className="hint">
          {outcome.place === null
            ? t("outcome.unplaced")
            : t("outcome.placed", { place: titles.get(outcome.place) ?? "" })}
        </p>
        <h3>{t("outcome.why")}</h3>
        <ol className="placement-list">
          {outcome.reasons.map((reason, at) => (
            <li key={reason.place}>
              <h3>
                {at + 1}. {titles.get(reason.place) ?? "–"}
              </h3>
              <ReasonText reason={reason} lottery={outcome.lottery} />
            </li>
          ))}
        </ol>
        <p className="soft">{t("outcome.pseudonym", { pseudonym: round.pseudonym })}</p>
      </div>
    </Card>
  );
}

function Own({ round }: { round: OwnRound }) {
  const { t } = useTranslation("placement");
  const [isHanded, setHanded] = useState(false);
  if (round.state === "choices-open")
    return (
      <>
        <ChoiceList key={round.revision} round={round} onHanded={() => setHanded(true)} />
        {isHanded ? <Notice onClose={() => setHanded(false)}>{t("list.handed")}</Notice> : null}
      </>
    );
  if (!isPublished(round.state))
    return (
      <Card>
        <Empty title={t(`state.${round.state}`)} text={t(`wait.${round.state}`)} />
      </Card>
    );
  return (
    <>
      <Outcome round={round} />
      <OwnAppeal round={round} />
    </>
  );
}

/** A round for somebody who ranks its places. */
export default function ChoicesRoom() {
  const { t } = useTranslation("placement");
  const where = { round: usePlace("round") };
  const round = useAnswer("GET /placement/rounds/:round/own", { where });
  return (
    <Loaded of={round}>
      {(one) => (
        <>
          <p>
            <Link to="/placement">{t("back")}</Link>
          </p>
          <PageHead title={one.name} text={t(`kind.${one.kind}`)} />
          <div className="grid">
            <Own round={one} />
            <Promised round={one} />
          </div>
        </>
      )}
    </Loaded>
  );
}

import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../../api/query.ts";
import type { Answer } from "../../../../api/client.ts";
import { Card, Loaded } from "../../../../parts/page.tsx";
import { useChanceText } from "../../chance-text.ts";
import { useStorePlace } from "../use-store.ts";

const does = "GET /practice/seasons/:season/stores/:store/chance";
type Found = Answer<typeof does>;
const pollMillis = 2_000;

/** After the end: which one decision would have ended best. */
export function MissedChance() {
  const { t } = useTranslation("chances");
  const { where, season } = useStorePlace();
  const answer = useAnswer(
    does,
    { where },
    {
      enabled: !season.isRehearsal && season.day > 1,
      pollMillis: (found) => (found?.state === "searching" ? pollMillis : 0),
    },
  );
  // Seasons that ended before chances were looked for, and rehearsals, have none.
  if (season.isRehearsal || season.day <= 1 || answer.data?.state === "none") return null;
  return (
    <Card title={t("title")}>
      <Loaded of={answer}>{(found) => <Told found={found} />}</Loaded>
    </Card>
  );
}

function Told({ found: { state, tried, of, best } }: { found: Found }) {
  const { t } = useTranslation("chances");
  const { here } = useStorePlace();
  const said = useChanceText();
  const isSearching = state === "searching" && (of === 0 || tried < of);
  const gain = best === null ? null : said.gain(best);
  return (
    <div className="form">
      {isSearching ? (
        <p className="soft" role="status">
          {of === 0 ? t("waiting") : t("searching", { tried, of })}
        </p>
      ) : null}
      {best === null || gain === null ? (
        isSearching ? null : (
          <p>{of === 0 ? t("noTry") : t("nothing", { of })}</p>
        )
      ) : (
        <>
          <p>
            {said.had(best)}
            {t("after")}
            <strong>
              {[gain.money, gain.score, gain.rank].filter((one) => one !== null).join(t("and"))}
            </strong>
          </p>
          <p className="soft">{t("text", { of })}</p>
          <p>
            <Link to={`${here}/insight`} search={{ tab: "log" } as never}>
              {t("byHand")}
            </Link>
          </p>
        </>
      )}
    </div>
  );
}

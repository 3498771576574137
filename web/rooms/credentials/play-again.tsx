import { Button, Modal, Progress } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isProven } from "@echelon/contract/exchange/credential-verdicts.ts";
import type { Answer } from "../../api/client.ts";
import { useAct, useAnswer } from "../../api/query.ts";
import { Loaded, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";

type Replay = NonNullable<Answer<"GET /credentials/:credential/replay">>;

const pollMillis = { playing: 2_000, idle: 60_000 };
const isPlaying = (of: Replay | null | undefined): boolean =>
  of !== null && of !== undefined && of.endedAt === null && !of.isStuck;

/** What each season came to: the same, or what was found to be another. */
function Outcomes({ of }: { of: Replay }) {
  const { t } = useTranslation("credentials");
  return (
    <ul className="plain-list">
      {of.seasons.map(({ season, name, day, outcome }) => (
        <li key={season}>
          <span className="signing-name">
            <strong>{name === "" ? t("replay.unnamed") : name}</strong>
            <span className="soft">{t("replay.upTo", { day })}</span>
            <span className={`badge ${outcome === "same" ? "badge-good" : "badge-bad"}`}>
              {t(`replay.outcomes.${outcome}`)}
            </span>
          </span>
          <p className="soft">{t(`replay.means.${outcome}`)}</p>
        </li>
      ))}
    </ul>
  );
}

function Told({ of }: { of: Replay | null }) {
  const { t } = useTranslation("credentials");
  const format = useFormat();
  if (of === null) return <p className="soft">{t("replay.never")}</p>;
  const { total, done, endedAt, isStuck, verdict } = of;
  if (!isProven(verdict)) return <p className="hint">{t(`verdictMeans.${verdict}`)}</p>;
  if (total === 0) return <p className="soft">{t("replay.none")}</p>;
  return (
    <div className="form" role="status">
      {endedAt !== null ? (
        <p>{t("replay.ended", { date: format.dateTime(endedAt) })}</p>
      ) : isStuck ? (
        <p className="hint">{t("replay.stuck", { done, total })}</p>
      ) : (
        <>
          <p>{t("replay.playing", { done, total })}</p>
          <Progress
            value={(100 * done) / total}
            aria-label={t("replay.playing", { done, total })}
          />
          <p className="soft">{t("sign.leave")}</p>
        </>
      )}
      <Outcomes of={of} />
    </div>
  );
}

function Playing({ credential }: { credential: string }) {
  const { t } = useTranslation("credentials");
  const where = { credential };
  const replay = useAnswer(
    "GET /credentials/:credential/replay",
    { where },
    { pollMillis: (last) => (isPlaying(last) ? pollMillis.playing : pollMillis.idle) },
  );
  const start = useAct("POST /credentials/:credential/replay", [
    "GET /credentials/:credential/replay",
  ]);
  return (
    <Loaded of={replay}>
      {(of) => (
        <div className="form">
          <Told of={of} />
          {start.error === null ? null : <Problem error={start.error} />}
          <div className="row row-wrap">
            <Button
              loading={start.isPending}
              disabled={isPlaying(of)}
              onClick={() => start.mutate({ where })}
            >
              {t(of === null ? "replay.start" : "replay.again")}
            </Button>
          </div>
        </div>
      )}
    </Loaded>
  );
}

/** Plays what a certificate rests on again, for its holder and its issuer; the result is kept. */
export function PlayAgain({
  credential,
  name,
  size = "sm",
}: {
  credential: string;
  name: string;
  size?: "sm" | "compact-md";
}) {
  const { t } = useTranslation("credentials");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="subtle" size={size} onClick={() => setOpen(true)}>
        {t("replay.open")}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t("replay.title", { name })}>
        <div className="form">
          <p className="soft">{t("replay.text")}</p>
          <Playing credential={credential} />
        </div>
      </Modal>
    </>
  );
}

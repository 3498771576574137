import "./platform.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { bytesIn, spanOf } from "./sizes.ts";

type Status = Answer<"GET /status">;
type Fact = readonly [name: string, value: string, isBad?: boolean];

const backupCommand = "npm run backup";
const pollMillis = 10_000;
const freeBytesMin = 2 ** 30;
const waitingSecondsMax = 300;
const backupMillisMax = 2 * 86_400_000;

function useSize() {
  const format = useFormat();
  return (bytes: number) => {
    const { value, unit } = bytesIn(bytes);
    return `${format.number(value, value < 100 && unit !== "B" ? 1 : 0)} ${unit}`;
  };
}

function useSpan() {
  const { t } = useTranslation("platform");
  return (seconds: number) => {
    const { unit, count } = spanOf(seconds);
    return t(`spans.${unit}`, { count });
  };
}

function Facts({ title, facts }: { title: string; facts: readonly Fact[] }) {
  const { t } = useTranslation("platform");
  return (
    <Card title={title}>
      <dl className="pairs">
        {facts.map(([name, value, isBad = false]) => (
          <div key={name}>
            <dt>{t(`facts.${name}`)}</dt>
            <dd className={isBad ? "bad" : ""}>{isBad ? `! ${value}` : value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Notes({ notes }: { notes: Status["notes"] }) {
  const { t, i18n } = useTranslation("platform");
  return (
    <Card title={t("notes")} flush>
      {notes.length === 0 ? (
        <Empty title={t("noNote.title")} text={t("noNote.text")} />
      ) : (
        notes.map(({ code, facts }, index) => {
          const key = `noteCodes.${code}`;
          // A market's number must not be left alone on the next line.
          const said = Object.fromEntries(
            Object.entries(facts).map(([name, value]) => [
              name,
              typeof value === "string" ? value.replace(/ (?=\d)/g, "\u00a0") : value,
            ]),
          );
          const told = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
          return (
            <div key={`${code} ${index}`} className="need need-soon">
              <h3>
                {i18n.exists(key, { ns: "platform" }) ? t(key, said) : `${code} ${told.join(", ")}`}
              </h3>
            </div>
          );
        })
      )}
    </Card>
  );
}

function Sheets({ status }: { status: Status }) {
  const { t } = useTranslation("platform");
  const format = useFormat();
  const size = useSize();
  const span = useSpan();
  const { database, jobs, disk, backups, versions } = status;
  const now = Date.parse(status.now);
  const { lastGoodAt } = backups;
  const isOld = lastGoodAt !== null && now - Date.parse(lastGoodAt) > backupMillisMax;
  const backup = lastGoodAt === null ? t("noBackup") : format.dateTime(lastGoodAt);
  const up = span((now - Date.parse(status.startedAt)) / 1_000);
  return (
    <div className="grid grid-even">
      <Facts
        title={t("jobs")}
        facts={[
          ["waiting", format.number(jobs.waiting)],
          ["running", format.number(jobs.running)],
          ["failed", format.number(jobs.failed), jobs.failed > 0],
          [
            "oldest",
            span(jobs.oldestWaitingSeconds),
            jobs.oldestWaitingSeconds > waitingSecondsMax,
          ],
          ["workers", format.number(jobs.workers.length)],
          ["streams", format.number(status.live.streams)],
        ]}
      />
      <Facts
        title={t("database")}
        facts={[
          ["kind", t(database.isEmbedded ? "embedded" : "external")],
          ["size", size(database.bytes)],
          ["connections", `${database.connectionsUsed} / ${database.connectionsMax}`],
          ["fence", t(database.isFenced ? "fenced" : "notFenced")],
        ]}
      />
      <Facts
        title={t("keeping")}
        facts={[
          ["backup", backup, isOld],
          ["kept", format.number(backups.kept)],
          ["free", size(disk.freeBytes), disk.freeBytes < freeBytesMin],
          ["files", size(disk.filesBytes)],
        ]}
      />
      <Facts
        title={t("versions")}
        facts={[
          ["echelon", versions.echelon],
          ["node", versions.node],
          ["postgresql", versions.postgresql],
          ["up", up],
        ]}
      />
    </div>
  );
}

/** What there is to do: a server without a backup runs, but not everything is well with it. */
function Verdict({ of }: { of: Status }) {
  const { t } = useTranslation("platform");
  const format = useFormat();
  const { isWell, backups } = of;
  const isKept = backups.lastGoodAt !== null;
  const look = !isWell ? "" : isKept ? "verdict-well" : "verdict-unkept";
  return (
    <div className={`verdict ${look}`} role="status">
      <strong>{t(!isWell ? "notWell" : isKept ? "well" : "unkept")}</strong>
      <span className="soft">{t("asOf", { at: format.time(of.now) })}</span>
      {isKept ? null : (
        <span className="verdict-advice">
          {t("backupAdvice")} <code>{backupCommand}</code>
        </span>
      )}
    </div>
  );
}

/** Is everything well, and since when: the operator's one page. */
export default function StatusRoom() {
  const { t } = useTranslation("platform");
  const status = useAnswer("GET /status", {}, { pollMillis });
  return (
    <>
      <PageHead title={t("title")} text={t("text")}>
        <Button component={Link} to="/keys" variant="default">
          {t("toKeys")}
        </Button>
        <Button component={Link} to="/revocations" variant="default">
          {t("toRevocations")}
        </Button>
      </PageHead>
      <Loaded of={status}>
        {(found) => (
          <div className="grid">
            <Verdict of={found} />
            <Sheets status={found} />
            <Notes notes={found.notes} />
          </div>
        )}
      </Loaded>
    </>
  );
}

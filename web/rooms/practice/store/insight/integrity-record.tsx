import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { Card, Loaded } from "../../../../parts/page.tsx";
import { DataTable } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { pointsText } from "../../points.ts";
import { useColumns } from "../use-columns.tsx";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";

const recordDoes = "GET /practice/seasons/:season/stores/:store/record";
type RecordView = Answer<typeof recordDoes>;
type Finding = RecordView["findings"][number];
type Accepted = RecordView["accepted"][number];

/** What was accepted behind the platform's back, what was found of it, and what it is worth. */
export default function IntegrityRecord() {
  const { where } = useStorePlace();
  const answer = useAnswer(recordDoes, { where }, { keepPrevious: true });
  return (
    <Loaded of={answer}>
      {(record) => (
        <div className="grid">
          <Summary record={record} />
          <Findings record={record} />
          <div className="grid-2-1">
            <AcceptedOffers record={record} />
            <Audits record={record} />
          </div>
        </div>
      )}
    </Loaded>
  );
}

function Summary({ record }: { record: RecordView }) {
  const { t } = useTranslation("record");
  const format = useFormat();
  const { points, pointsMost, markMilli, audits, findings, currency } = record;
  const costs = findings.reduce((sum, { costMinor }) => sum + costMinor, 0);
  const passed = audits.filter(({ isPassed }) => isPassed).length;
  return (
    <Card title={t("title")}>
      <div className="grid">
        {record.worthlessTo === null ? null : (
          <p className="problem" role="status">
            {t("worthless", { day: record.worthlessTo })}
          </p>
        )}
        {record.rankedLowerTo === null ? null : (
          <p className="problem" role="status">
            {t("lower", { day: record.rankedLowerTo })}
          </p>
        )}
        <dl className="fact-list">
          <dt>{t("mark")}</dt>
          <dd>
            <b>{t("markOf", { mark: pointsText(markMilli, format.number) })}</b>
          </dd>
          <dt>{t("points")}</dt>
          <dd>{t("pointsOf", { points, most: pointsMost })}</dd>
          <dt>{t("costs")}</dt>
          <dd>{format.money(costs, currency)}</dd>
          <dt>{t("audits")}</dt>
          <dd>{t("auditsOf", { passed, all: audits.length })}</dd>
        </dl>
        <p className="dim">{t("how", { most: pointsMost })}</p>
      </div>
    </Card>
  );
}

/** Product and market that an offer was for, in the reader's language. */
function useAbout() {
  const { t } = useTranslation("record");
  const format = useFormat();
  const { nameOf } = useMarkets();
  return ({ product, market }: Pick<Finding, "product" | "market">) => {
    if (product === null) return t("wholeStore");
    const name = format.name(product.name);
    return market === null ? name : `${name} · ${nameOf(market)}`;
  };
}

function Findings({ record: { findings, currency } }: { record: RecordView }) {
  const { t } = useTranslation(["record", "practice"]);
  const { text, count, money } = useColumns<Finding>();
  const format = useFormat();
  const about = useAbout();
  return (
    <Card title={t("findings")} flush>
      {findings.length === 0 ? <p className="card-body soft">{t("noFindings")}</p> : null}
      {findings.length === 0 ? null : (
        <DataTable
          rows={findings}
          caption={t("findings")}
          rowKey={({ offer, on }) => `${offer}/${on}`}
          exportAs="findings"
          card={{ head: "kind", mark: "day", facts: ["about", "points", "cost"], act: "why" }}
          columns={[
            count(
              "day",
              t("day"),
              ({ on }) => on,
              ({ on }) => t("dayN", { day: on }),
            ),
            text("kind", t("offer"), ({ kind }) => t(`what.${kind}`)),
            text("about", t("about"), about),
            text("why", t("consequence"), ({ kind, units }) =>
              t(`found.${kind}`, { units: format.number(units) }),
            ),
            count("points", t("pointsHead"), ({ points }) => points),
            money(
              "cost",
              t("cost"),
              ({ costMinor }) => costMinor,
              () => currency,
            ),
          ]}
        />
      )}
    </Card>
  );
}

const tones: Readonly<{ [State in Accepted["state"]]: string }> = {
  today: "badge",
  works: "badge",
  over: "badge",
  found: "badge badge-bad",
};

function AcceptedOffers({ record: { accepted, currency } }: { record: RecordView }) {
  const { t } = useTranslation("record");
  const { text, count, money } = useColumns<Accepted>();
  const format = useFormat();
  const about = useAbout();
  return (
    <Card title={t("accepted")} flush>
      {accepted.length === 0 ? <p className="card-body soft">{t("noAccepted")}</p> : null}
      {accepted.length === 0 ? null : (
        <DataTable
          rows={accepted}
          caption={t("accepted")}
          rowKey={({ offer }) => String(offer)}
          exportAs="accepted"
          card={{ head: "kind", mark: "state", facts: ["day", "about", "brought", "cash"] }}
          columns={[
            count("day", t("day"), ({ on }) => on),
            text("kind", t("offer"), ({ kind }) => t(`what.${kind}`)),
            text("about", t("about"), about),
            text("brought", t("brought"), ({ kind, brought }) =>
              t(`broughtBy.${kind}`, {
                units: format.number(brought),
                content: format.number(brought / 1000, 2),
              }),
            ),
            money(
              "cash",
              t("gained"),
              ({ cashMinor }) => cashMinor,
              () => currency,
            ),
            text(
              "state",
              t("state"),
              ({ state }) => t(`states.${state}`),
              ({ state }) => <span className={tones[state]}>{t(`states.${state}`)}</span>,
            ),
          ]}
        />
      )}
    </Card>
  );
}

function Audits({ record: { audits } }: { record: RecordView }) {
  const { t } = useTranslation(["record", "practice"]);
  return (
    <Card title={t("auditList")}>
      {audits.length === 0 ? <p className="soft">{t("noAudits")}</p> : null}
      <ul className="plain-list">
        {audits.map(({ on, isPassed }) => (
          <li key={on}>
            {t("dayN", { day: on })}{" "}
            <span className={isPassed ? "badge badge-good" : "badge badge-bad"}>
              {t(isPassed ? "passed" : "failed")}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

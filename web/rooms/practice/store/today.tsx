import { Button, Drawer } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../api/client.ts";
import { useAct, useAnswer } from "../../../api/query.ts";
import { Delta, Sparkline, Tile } from "../../../parts/figures.tsx";
import { Card, Loaded, PageHead, Problem } from "../../../parts/page.tsx";
import { DataTable } from "../../../parts/table.tsx";
import { type Format, useFormat } from "../../../text/format.ts";
import { Guide } from "./guide.tsx";
import { ActButton } from "./parts.tsx";
import { useSaid } from "./said.ts";
import { useStorePlace, useStoreView } from "./use-store.ts";

type Today = Answer<"GET /practice/seasons/:season/stores/:store/today">;

/** The morning brief: what happened, what needs you, what is coming. */
export default function TodayRoom() {
  const { where } = useStorePlace();
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/today",
    { where },
    { keepPrevious: true },
  );
  return <Loaded of={answer}>{(today) => <Brief today={today} />}</Loaded>;
}

function Brief({ today }: { today: Today }) {
  const { t } = useTranslation("practice");
  const say = useSaid();
  const [asked, setAsked] = useState<Today["figures"][number] | null>(null);
  const [first, ...rest] = today.story;
  return (
    <>
      <PageHead
        title={first === undefined ? t("today.title") : say(first)}
        text={rest.length === 0 ? undefined : rest.map(say).join(" ")}
      >
        <DayActs />
      </PageHead>
      <Guide />
      {today.day === 0 ? null : <Figures figures={today.figures} ask={setAsked} />}
      <div className="grid-2-1">
        <div className="grid">
          <Needs needs={today.needs} />
          {today.day === 0 ? null : <Markets rows={today.markets} />}
        </div>
        <div className="grid">
          <Standing standing={today.standing} />
          <Coming coming={today.coming} />
          <Changed changed={today.changed} />
        </div>
      </div>
      <WhyDrawer figure={asked} close={() => setAsked(null)} />
    </>
  );
}

/** The room's one act: hand in the day, or in a first practice close it. */
function DayActs() {
  const { t } = useTranslation("practice");
  const { season, store, where } = useStorePlace();
  const view = useStoreView();
  const ready = useAct("PUT /practice/seasons/:season/stores/:store/ready", [
    "GET /practice/seasons/:season/stores/:store",
  ]);
  const close = useAct("POST /practice/seasons/:season/close", ["GET /practice/seasons/:season"]);
  const isReady = view?.isReady === true;
  if (season.day > season.days) return null;
  return (
    <div className="grid" style={{ gap: 6, justifyItems: "end" }}>
      {season.isRehearsal ? (
        <ActButton
          isPending={close.isPending || season.isClosing}
          onClick={() => close.mutate({ where: { season: season.id }, body: { day: season.day } })}
        >
          {t("closeDay", { day: season.day })}
        </ActButton>
      ) : (
        <ActButton
          variant={isReady ? "default" : "filled"}
          isPending={ready.isPending}
          onClick={() =>
            ready.mutate({
              where: { ...where, store },
              body: { day: season.day, isReady: !isReady },
            })
          }
        >
          {isReady ? t("takeBackDay") : t("handInDay", { day: season.day })}
        </ActButton>
      )}
      {close.error === null ? null : <Problem error={close.error} />}
      {ready.error === null ? null : <Problem error={ready.error} />}
    </div>
  );
}

const figureText = (
  format: Format,
  currency: string,
  figure: Today["figures"][number],
  value: number,
) => (figure.unit === "money" ? format.money(value, currency) : format.number(value));

function Figures({
  figures,
  ask,
}: {
  figures: Today["figures"];
  ask: (figure: Today["figures"][number]) => void;
}) {
  const { t } = useTranslation("practice");
  const { season } = useStorePlace();
  const format = useFormat();
  const currency = season.booksCurrency;
  return (
    <div className="tiles">
      {figures.map((figure) => (
        <Tile
          key={figure.id}
          name={t(`figure.${figure.id}`)}
          value={figureText(format, currency, figure, figure.value)}
          foot={
            figure.previous === null ? (
              <span className="dim">{t("firstDay")}</span>
            ) : (
              <Delta
                change={figure.value - figure.previous}
                text={
                  figure.unit === "money"
                    ? format.money(figure.value - figure.previous, currency, { sign: true })
                    : format.number(Math.abs(figure.value - figure.previous))
                }
              />
            )
          }
          series={figure.series}
          why={() => ask(figure)}
        />
      ))}
    </div>
  );
}

/** How a figure is made, and the rows behind it. */
function WhyDrawer({
  figure,
  close,
}: {
  figure: Today["figures"][number] | null;
  close: () => void;
}) {
  const { t } = useTranslation("practice");
  const { here, season } = useStorePlace();
  const format = useFormat();
  const room = figure?.id === "orders" ? "orders" : "money";
  return (
    <Drawer
      opened={figure !== null}
      onClose={close}
      position="right"
      title={figure === null ? "" : t(`figure.${figure.id}`)}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {figure === null ? null : (
        <div className="grid">
          <p>{t(`how.${figure.id}`)}</p>
          <dl className="facts">
            <dt>{t("lastDay")}</dt>
            <dd>{figureText(format, season.booksCurrency, figure, figure.value)}</dd>
            <dt>{t("dayBefore")}</dt>
            <dd>
              {figure.previous === null
                ? "–"
                : figureText(format, season.booksCurrency, figure, figure.previous)}
            </dd>
          </dl>
          <Sparkline values={figure.series} width={300} height={80} />
          <Button component={Link} to={`${here}/${room}`} variant="default">
            {t("openRows")}
          </Button>
        </div>
      )}
    </Drawer>
  );
}

function Needs({ needs }: { needs: Today["needs"] }) {
  const { t } = useTranslation("practice");
  const { here } = useStorePlace();
  const say = useSaid();
  return (
    <Card
      title={t("needs.title")}
      note={needs.length === 0 ? undefined : String(needs.length)}
      flush
    >
      {needs.length === 0 ? <p className="card-body soft">{t("needs.none")}</p> : null}
      {needs.map((need) => (
        <div key={`${need.code}/${need.at}`} className={`need need-${need.urgency}`}>
          <div>
            <h3>{say(need)}</h3>
            <p>{say({ code: `${need.code}-more`, facts: need.facts })}</p>
          </div>
          <Button
            component={Link}
            to={placeOf(here, need)}
            variant={need.urgency === "blocking" ? "filled" : "default"}
            size="sm"
          >
            {say({ code: `${need.code}-act`, facts: need.facts })}
          </Button>
        </div>
      ))}
    </Card>
  );
}

/** A need's address: `<sku>/<market>` is a listing, `choose` the choosing room, else the room. */
function placeOf(here: string, { room, at }: Today["needs"][number]): string {
  const isListing = room === "products" && at.includes("/");
  if (isListing) return `${here}/products/${at.split("/").map(encodeURIComponent).join("/")}`;
  return at === "choose" ? `${here}/products/choose` : `${here}/${room}`;
}

function Markets({ rows }: { rows: Today["markets"] }) {
  const { t } = useTranslation("practice");
  const { season } = useStorePlace();
  const format = useFormat();
  const nameOf = (code: string) => {
    const market = season.markets.find((one) => one.code === code);
    return market === undefined ? code : format.name(market.name);
  };
  return (
    <Card title={t("today.markets")} flush>
      <DataTable
        rows={rows}
        caption={t("today.markets")}
        rowKey={(row) => row.market}
        exportAs={`markets-day-${season.day - 1}`}
        columns={[
          {
            key: "market",
            head: t("market"),
            isText: true,
            value: (row) => nameOf(row.market),
            cell: (row) => (
              <>
                <span className="dim">{row.market.toUpperCase()}</span> {nameOf(row.market)}
              </>
            ),
          },
          {
            key: "seen",
            head: t("seen"),
            value: (row) => Math.round(row.impressions),
            cell: (row) => format.number(Math.round(row.impressions)),
          },
          {
            key: "clicks",
            head: t("clicks"),
            value: (row) => row.clicks,
            cell: (row) => format.number(row.clicks),
          },
          {
            key: "orders",
            head: t("orders.name"),
            value: (row) => row.orders,
            cell: (row) => format.number(row.orders),
          },
          {
            key: "conversion",
            head: t("conversion"),
            value: (row) => row.conversionBp,
            cell: (row) => (row.clicks === 0 ? "–" : format.percent(row.conversionBp)),
          },
          {
            key: "revenue",
            head: t("revenue"),
            value: (row) => row.revenueMinor / 10 ** season.booksDigits,
            cell: (row) => format.money(row.revenueMinor, season.booksCurrency),
          },
          {
            key: "week",
            head: t("sevenDays"),
            cell: (row) => (
              <Sparkline values={row.series} width={80} height={22} tone="var(--ink-3)" />
            ),
          },
        ]}
      />
    </Card>
  );
}

const scoreParts = ["profitMilli", "customerMilli", "operationsMilli", "processMilli"] as const;

function Standing({ standing }: { standing: Today["standing"] }) {
  const { t } = useTranslation("practice");
  const { here } = useStorePlace();
  const format = useFormat();
  if (standing === null) return null;
  return (
    <Card
      title={t("standing.title")}
      acts={<Link to={`${here}/insight`}>{t("standing.all")}</Link>}
    >
      <p className="tile-value">{t("standing.rank", { rank: standing.rank, of: standing.of })}</p>
      <dl className="facts">
        <dt>{t("standing.score")}</dt>
        <dd>{standing.scoreMilli < 0 ? "–" : format.number(standing.scoreMilli / 10, 1)}</dd>
        {scoreParts.map((part) => (
          <Fact
            key={part}
            name={t(`standing.${part}`)}
            value={standing.parts[part] < 0 ? "–" : format.number(standing.parts[part] / 10, 1)}
          />
        ))}
      </dl>
      <p className="dim">{t("standing.how")}</p>
    </Card>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
);

function Coming({ coming }: { coming: Today["coming"] }) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  return (
    <Card title={t("coming.title")}>
      {coming.length === 0 ? <p className="soft">{t("coming.none")}</p> : null}
      <ul className="plain-list">
        {coming.map((event) => (
          <li key={`${event.day}/${event.code}/${event.headline.en}`}>
            <strong>{t("dayN", { day: event.day })}</strong>{" "}
            <span className="dim">{format.date(event.date)}</span>
            <br />
            {format.name(event.headline)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Changed({ changed }: { changed: Today["changed"] }) {
  const { t } = useTranslation("practice");
  const say = useSaid();
  if (changed.length === 0) return null;
  return (
    <Card title={t("changed.title")}>
      <ul className="plain-list">
        {changed.map((one, index) => (
          <li key={`${one.code}/${index}`}>
            {say({ code: `notice/${one.code}`, facts: one.facts })}
          </li>
        ))}
      </ul>
    </Card>
  );
}

import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { usePages } from "../../../../api/query.ts";
import { MoreRows } from "../../../../parts/more-rows.tsx";
import { NumberField } from "../../../../parts/number-field.tsx";
import { Card, Empty, Loaded } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { decidedWords } from "../../decided-words.ts";
import { useAddressText } from "../use-address.ts";
import { useMarkets } from "../use-markets.ts";
import { useIsOver, useStorePlace } from "../use-store.ts";
import { factsShown } from "./logged-facts.ts";
import { WhatIfDrawer } from "./what-if-drawer.tsx";
import { WhatIfList } from "./what-if-list.tsx";

const logDoes = "GET /practice/seasons/:season/stores/:store/decisions";
type Logged = Answer<typeof logDoes>["items"][number];

/** Who decided what and when; what a rewind withdrew stays, and says so. */
export default function DecisionLog() {
  const { t } = useTranslation(["report", "study"]);
  const { season, where } = useStorePlace();
  const { said } = useDecisionWords();
  const mayAsk = useMayAsk();
  // Evidence leads to the decisions of one day.
  const [day, setDay] = useAddressText("day");
  const [numbers, setNumbers] = useAddressText("numbers");
  const asks = { limit: "100", day: day ?? "", numbers: numbers ?? "" };
  const pages = usePages(logDoes, { where, asks });
  return (
    <div className="grid">
      <Card title={t("insight.tabs.log")} flush>
        <div className="row row-wrap table-tools">
          <NumberField
            aria-label={t("day")}
            placeholder={t("inLog.anyDay")}
            value={day === undefined ? null : Number(day)}
            onValue={(next) => setDay(next === null ? undefined : String(next))}
            min={1}
            max={season.days}
          />
          {numbers === undefined ? null : (
            <>
              <span className="badge badge-accent">{t("inLog.someOnly")}</span>
              <Button variant="subtle" size="compact-sm" onClick={() => setNumbers(undefined)}>
                {t("inLog.all")}
              </Button>
            </>
          )}
        </div>
        <Loaded of={pages}>
          {(items) =>
            items.length === 0 ? (
              <Empty
                title={day === undefined ? t("log.none") : t("inLog.noneOn")}
                text={t("log.noneText")}
              />
            ) : (
              <LogTable items={items} />
            )
          }
        </Loaded>
        <MoreRows of={pages} />
      </Card>
      {mayAsk ? <WhatIfList sayOf={said} /> : <NotYet />}
    </div>
  );
}

/**
 * The past is played again when the season is over, or for who steers it. An answer says a rank:
 * where ranks are held back, it waits with them.
 */
function useMayAsk(): boolean {
  const { season } = useStorePlace();
  const isOver = useIsOver();
  return season.maySteer || (isOver && (season.maySeeAll || season.ranking === "open"));
}

/** Why the past cannot be played again though the season is over. */
function NotYet() {
  const { t } = useTranslation("study");
  const isOver = useIsOver();
  if (!isOver) return null;
  return (
    <Card title={t("whatIf.title")}>
      <p className="soft">{t("whatIf.heldBack")}</p>
    </Card>
  );
}

type Decided = Pick<Logged, "kind" | "facts" | "day">;

/** The words of a decision: its kind, what it was about, and both in one sentence. */
function useDecisionWords() {
  const { t } = useTranslation(["report", "study", ...decidedWords]);
  const format = useFormat();
  const { season } = useStorePlace();
  const { nameOf, currencyOf } = useMarkets();
  const kindName = (kind: string) => t(`kind.${kind}`);
  const serviceName = (id: string) => {
    const service = season.services.find((one) => one.id === id);
    return service === undefined ? id : format.name(service.name);
  };
  const categoryName = (id: string) => {
    const category = season.categories.find((one) => one.id === id);
    return category === undefined ? id : format.name(category.name);
  };
  const forms = {
    format,
    categoryName,
    marketName: nameOf,
    serviceName,
    currencyOf,
    word: (key: string) => t(key),
  };
  const about = ({ facts }: Pick<Logged, "facts">) => factsShown(facts, forms).join(" · ");
  const said = ({ kind, facts, day }: Decided) =>
    t("whatIf.said", { day, decision: kindName(kind), about: about({ facts }) });
  return { kindName, about, said };
}

function LogTable({ items }: { items: readonly Logged[] }) {
  const { t } = useTranslation(["report", "study", "absence"]);
  const format = useFormat();
  const { kindName, about, said } = useDecisionWords();
  const mayAsk = useMayAsk();
  const [asked, setAsked] = useState<Logged | null>(null);
  const columns: TableColumn<Logged>[] = [
    {
      key: "kind",
      head: t("log.decision"),
      isText: true,
      value: ({ kind }) => kindName(kind),
      cell: ({ kind, isSuperseded, isByClose }) => (
        <>
          {isSuperseded ? <s>{kindName(kind)}</s> : kindName(kind)}{" "}
          {isSuperseded ? <span className="badge badge-warn">{t("log.superseded")}</span> : null}
          {isByClose ? <span className="badge">{t("byClose", { ns: "absence" })}</span> : null}
        </>
      ),
    },
    { key: "day", head: t("day"), value: ({ day }) => day, cell: ({ day }) => format.number(day) },
    {
      key: "about",
      head: t("log.about"),
      isText: true,
      value: about,
      cell: (logged) => <span className="log-facts">{about(logged)}</span>,
    },
    {
      key: "author",
      head: t("log.author"),
      isText: true,
      value: ({ author }) => author,
      cell: ({ author }) => author,
    },
    {
      key: "at",
      head: t("log.at"),
      value: ({ at }) => at,
      cell: ({ at }) => format.dateTime(at),
    },
    ...(mayAsk ? [askColumn({ act: t("whatIf.act"), ask: setAsked })] : []),
  ];
  return (
    <>
      <DataTable
        rows={items}
        caption={t("insight.tabs.log")}
        rowKey={({ store, number, day, at }) => `${store}/${day}/${number}/${at}`}
        exportAs="decisions"
        card={{ head: "kind", mark: "at", facts: ["day", "author"], text: "about", act: "whatIf" }}
        rowsShown={items.length}
        columns={columns}
      />
      <WhatIfDrawer
        asked={asked}
        sentence={asked === null ? "" : said(asked)}
        close={() => setAsked(null)}
      />
    </>
  );
}

/** A way into the past for each decision that counted. */
function askColumn({
  act,
  ask,
}: {
  act: string;
  ask: (logged: Logged) => void;
}): TableColumn<Logged> {
  return {
    key: "whatIf",
    head: <span className="visually-hidden">{act}</span>,
    cell: (logged) =>
      logged.isSuperseded ? null : (
        <Button size="compact-sm" variant="default" onClick={() => ask(logged)}>
          {act}
        </Button>
      ),
  };
}

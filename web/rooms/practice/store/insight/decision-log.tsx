import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { usePages } from "../../../../api/query.ts";
import { MoreRows } from "../../../../parts/more-rows.tsx";
import { Card, Empty, Loaded } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { factsShown } from "./logged-facts.ts";

const logDoes = "GET /practice/seasons/:season/stores/:store/decisions";
type Logged = Answer<typeof logDoes>["items"][number];

/** Who decided what and when; what a rewind withdrew stays, and says so. */
export function DecisionLog() {
  const { t } = useTranslation("report");
  const { where } = useStorePlace();
  const pages = usePages(logDoes, { where, asks: { limit: "100" } });
  return (
    <Card title={t("insight.tabs.log")} flush>
      <Loaded of={pages}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t("log.none")} text={t("log.noneText")} />
          ) : (
            <LogTable items={items} />
          )
        }
      </Loaded>
      <MoreRows of={pages} />
    </Card>
  );
}

function LogTable({ items }: { items: readonly Logged[] }) {
  const { t } = useTranslation(["report", "finance", "aftersales"]);
  const format = useFormat();
  const { season } = useStorePlace();
  const { nameOf, currencyOf } = useMarkets();
  const kindName = (kind: string) => t(`kind.${kind}`);
  const serviceName = (id: string) => {
    const service = season.services.find((one) => one.id === id);
    return service === undefined ? id : format.name(service.name);
  };
  const forms = {
    format,
    marketName: nameOf,
    serviceName,
    currencyOf,
    word: (key: string) => t(key),
  };
  const about = ({ facts }: Logged) => factsShown(facts, forms).join(" · ");
  const columns: TableColumn<Logged>[] = [
    {
      key: "kind",
      head: t("log.decision"),
      isText: true,
      value: ({ kind }) => kindName(kind),
      cell: ({ kind, isSuperseded }) => (
        <>
          {isSuperseded ? <s>{kindName(kind)}</s> : kindName(kind)}{" "}
          {isSuperseded ? <span className="badge badge-warn">{t("log.superseded")}</span> : null}
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
  ];
  return (
    <DataTable
      rows={items}
      caption={t("insight.tabs.log")}
      rowKey={({ store, number, day, at }) => `${store}/${day}/${number}/${at}`}
      exportAs="decisions"
      card={{ head: "kind", mark: "at", facts: ["day", "author"], act: "about" }}
      rowsShown={items.length}
      columns={columns}
    />
  );
}

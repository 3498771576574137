import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer, usePages } from "../../../api/query.ts";
import { useAsked } from "../../../frame/room.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { fileName } from "../../../parts/download.ts";
import { MoreRows } from "../../../parts/more-rows.tsx";
import { NumberField } from "../../../parts/number-field.tsx";
import { Card, Empty, Loaded } from "../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../parts/table.tsx";
import { useFormat } from "../../../text/format.ts";
import { useStoreName } from "../store-name.ts";
import { decidedWords } from "../decided-words.ts";
import { type Coded, type Entry, factsShown } from "./log-facts.ts";

/** Where the words of coded facts stand. */
const wordsOf: Readonly<Partial<Record<Coded, string>>> = {
  what: "what",
  shock: "event.kinds",
  term: "financing.terms",
  supplier: "suppliers",
  role: "roles",
  label: "labels",
  ask: "asks",
  answer: "answers",
  disposition: "answers",
  disputes: "policy",
  returns: "policy",
  report: "reportName",
  question: "questionName",
  segment: "segments",
  by: "motiveName",
  promotion: "names",
  measure: "measureName",
  returnPayer: "after.payers",
  field: "fieldName",
  verdict: "verdictName",
};

const useLogWords = () => useTranslation(["steer", ...decidedWords, "absence", "events"]);

function useLogColumns(): TableColumn<Entry>[] {
  const { t } = useLogWords();
  const format = useFormat();
  const season = useSeason();
  const wordOf = (fact: Coded, code: string) => {
    const words = wordsOf[fact];
    return words === undefined ? t(`codes.${code}`) : t(`${words}.${code}`);
  };
  const facts = (entry: Entry) =>
    factsShown(entry, { ...season, format, wordOf, allMarkets: t("event.allMarkets") }).map(
      ({ key, text }) => `${t([`facts.${key}`, `fact.${key}`])} ${text}`,
    );
  return [
    { key: "day", head: t("log.day"), value: (one) => one.day, cell: (one) => one.day },
    {
      key: "at",
      head: t("log.at"),
      isText: true,
      value: (one) => one.at,
      cell: (one) => format.dateTime(one.at),
    },
    {
      key: "store",
      head: t("log.store"),
      isText: true,
      value: (one) => (one.store < 0 ? "" : one.storeName),
      cell: (one) => (one.store < 0 ? <em>{t("log.steward")}</em> : one.storeName),
    },
    {
      key: "author",
      head: t("log.author"),
      isText: true,
      value: (one) => one.author,
      cell: (one) => one.author,
    },
    {
      key: "kind",
      head: t("log.kind"),
      isText: true,
      value: (one) => t(`kinds.${one.kind}`),
      cell: (one) => (
        <>
          {t(`kinds.${one.kind}`)}
          {one.isSuperseded ? <span className="badge"> {t("log.withdrawn")}</span> : null}
          {one.isByClose ? (
            <>
              {" "}
              <span className="badge">{t("byClose")}</span>
            </>
          ) : null}
        </>
      ),
    },
    {
      key: "facts",
      head: t("log.facts"),
      isText: true,
      value: (one) => facts(one).join(" · "),
      cell: (one) => (
        <span className="log-facts">
          {facts(one).join(" · ")}
          {one.note === "" ? null : <q>{one.note}</q>}
        </span>
      ),
    },
  ];
}

/** Whose entries: everybody's, the steward's, or those of one store. */
function useStoreChoices() {
  const { t } = useTranslation("steer");
  const season = useSeason();
  const nameOf = useStoreName();
  const teams = useAnswer("GET /practice/seasons/:season/stores", { where: { season: season.id } });
  return [
    { value: "", label: t("log.everybody") },
    { value: "-1", label: t("log.steward") },
    ...(teams.data?.items ?? []).map(({ store, name }) => ({
      value: String(store),
      label: nameOf({ store, name }),
    })),
  ];
}

/** The season's source of truth: who decided what and when, the newest first. */
export default function Log() {
  const { t } = useTranslation("steer");
  const season = useSeason();
  const [store, setStore] = useState(useAsked("store") ?? "");
  const [day, setDay] = useState<number | null>(null);
  const choices = useStoreChoices();
  const columns = useLogColumns();
  const log = usePages("GET /practice/seasons/:season/log", {
    where: { season: season.id },
    asks: { store, day: String(day ?? ""), limit: "100" },
  });
  return (
    <Card title={t("log.title")} note={t("log.note")} flush>
      <div className="row row-wrap table-tools">
        <Select
          aria-label={t("log.store")}
          data={choices}
          value={store}
          onChange={(value) => setStore(value ?? "")}
          searchable
          allowDeselect={false}
        />
        <NumberField
          aria-label={t("log.day")}
          placeholder={t("log.anyDay")}
          value={day}
          onValue={setDay}
          min={1}
          max={season.days}
        />
      </div>
      <Loaded of={log}>
        {(entries) =>
          entries.length === 0 ? (
            <Empty title={t("log.none.title")} text={t("log.none.text")} />
          ) : (
            <DataTable
              rows={entries}
              columns={columns}
              rowKey={(one) => `${one.store} ${one.number}`}
              caption={t("log.title")}
              exportAs={fileName(season.name, t("log.title"))}
              rowsShown={1_000}
            />
          )
        }
      </Loaded>
      <MoreRows of={log} />
    </Card>
  );
}

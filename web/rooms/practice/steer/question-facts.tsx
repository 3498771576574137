import { useTranslation } from "react-i18next";
import { useSeason } from "../../../frame/season-context.tsx";
import { DataTable } from "../../../parts/table.tsx";
import { useFormat } from "../../../text/format.ts";
import { type Integrity, nameOf, type Question, type QuestionOf } from "./question-words.ts";

type Stores = Integrity["stores"];

/** What a question rests on, the two stores beside each other where there are two. */
export function QuestionFacts({ question, stores }: { question: Question; stores: Stores }) {
  switch (question.kind) {
    case "same-words":
      return <Words question={question} stores={stores} />;
    case "same-numbers":
      return <Numbers question={question} stores={stores} />;
    case "beyond-record":
      return <Claims question={question} />;
    case "gave-way":
    case "in-turns":
      return <Ways question={question} stores={stores} />;
    case "same-person":
    case "one-after-other":
      return <Days question={question} />;
    default:
      return <Share />;
  }
}

function Words({ question, stores }: { question: QuestionOf<"same-words">; stores: Stores }) {
  const { t } = useTranslation("integrity");
  const format = useFormat();
  const { markets } = useSeason();
  const marketName = (code: string) => {
    const market = markets.find((one) => one.code === code);
    return market === undefined ? code : format.name(market.name);
  };
  return (
    <>
      {question.listings.map((one) => (
        <div key={one.sku} className="question">
          <strong>{format.name(one.product)}</strong>
          <span className="soft">{t("words", { shared: one.shared, words: one.words })}</span>
          <div className="sides">
            {one.sides.map((side) => (
              <div key={side.store} className="side">
                <span className="soft">
                  {nameOf(stores, side.store)} · {marketName(side.market)} ·{" "}
                  {t("from", { day: side.day })}
                </span>
                <strong>{side.title}</strong>
                <span>{side.text}</span>
              </div>
            ))}
          </div>
        </div>
      ))}
      <More count={question.count - question.listings.length} />
    </>
  );
}

function More({ count }: { count: number }) {
  const { t } = useTranslation("integrity");
  return count > 0 ? <p className="soft">{t("more", { count })}</p> : null;
}

function Numbers({ question, stores }: { question: QuestionOf<"same-numbers">; stores: Stores }) {
  const { t } = useTranslation(["integrity", "steer"]);
  const format = useFormat();
  const side = (at: 0 | 1) => ({
    key: `side${at}`,
    head: nameOf(stores, question.stores[at]!),
    isText: true,
    cell: ({ sides }: (typeof question.matches)[number]) =>
      `${format.number(sides[at]!.value)} · ${t("from", { day: sides[at]!.day })}`,
  });
  return (
    <>
      <DataTable
        rows={question.matches.map((one, at) => ({ ...one, at }))}
        columns={[
          {
            key: "about",
            head: t("about"),
            isText: true,
            cell: (one) => `${t(`steer:kinds.${one.kind}`)} ${one.about}`,
          },
          side(0),
          side(1),
        ]}
        rowKey={(one) => String(one.at)}
        caption={t("kind.same-numbers")}
      />
      <More count={question.agreed - question.matches.length} />
    </>
  );
}

function Claims({ question }: { question: QuestionOf<"beyond-record"> }) {
  const { t } = useTranslation("integrity");
  const format = useFormat();
  return (
    <>
      <div className="sides">
        {question.listings.map((one) => (
          <div key={one.number} className="side">
            <span className="soft">
              {format.name(one.product)} · {t("from", { day: one.day })} ·{" "}
              {t("stood", { days: one.days })}
            </span>
            <strong>{one.title}</strong>
            {one.attributes.map(({ key, stated, record }) => (
              <span key={key}>
                {t("stated", { key, stated })} ·{" "}
                {record === "" ? t("noRecord") : t("record", { record })}
              </span>
            ))}
            {one.word === null ? null : <span>{t("loud", { word: one.word })}</span>}
          </div>
        ))}
      </div>
      <More count={question.count - question.listings.length} />
    </>
  );
}

function Ways({
  question,
  stores,
}: {
  question: QuestionOf<"gave-way" | "in-turns">;
  stores: Stores;
}) {
  const { t } = useTranslation(["integrity", "steer"]);
  const format = useFormat();
  const { markets, booksCurrency } = useSeason();
  const priceOf = (minor: number, code: string | null) => {
    const market = markets.find((one) => one.code === code);
    return market === undefined ? "" : format.money(minor, market.currency);
  };
  return (
    <>
      <p className="soft">{t("way")}</p>
      <div className="sides">
        {question.ways.map((way) => (
          <div key={`${way.store} ${way.day}`} className="side">
            <span className="soft">
              {nameOf(stores, way.store)} · {t("from", { day: way.day })} ·{" "}
              {t("stood", { days: way.days })}
            </span>
            {way.decisions.map((one) => (
              <span key={one.number}>
                {t(`steer:kinds.${one.kind}`)}{" "}
                {one.product === null ? "" : `“${format.name(one.product)}” `}
                {one.priceMinor === null ? "" : priceOf(one.priceMinor, one.market)}
              </span>
            ))}
            <span>
              {t("lost")}: {format.money(0 - way.lostMinor, booksCurrency, { sign: true })}
            </span>
            {way.gains.slice(0, 3).map((gain) => (
              <span key={gain.store}>
                {t("gained")}: {nameOf(stores, gain.store)}{" "}
                {t("orders", {
                  money: format.money(gain.minor, booksCurrency, { sign: true }),
                  orders: format.number(gain.ordersMilli / 1000, 1),
                })}
              </span>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

function Days({ question }: { question: QuestionOf<"same-person" | "one-after-other"> }) {
  const { t } = useTranslation("integrity");
  return (
    <p>
      {t("daysOf", { days: question.days.join(", ") })}
      {question.kind === "one-after-other"
        ? ` · ${t("pause", { minutes: Math.ceil(question.pauseSeconds / 60) })}`
        : null}
    </p>
  );
}

function Share() {
  const { t } = useTranslation("integrity");
  return <p className="soft">{t("shareNote")}</p>;
}

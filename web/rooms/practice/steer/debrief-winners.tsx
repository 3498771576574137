import "../store/drawings.css";
import "./debrief.css";
import { SegmentedControl, Select } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../api/query.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { Empty, Loaded } from "../../../parts/page.tsx";
import { useFormat } from "../../../text/format.ts";
import { barPlaces } from "../store/listing/waterfall-bars.ts";
import { useAddressField, useAddressText } from "../store/use-address.ts";
import { pointsText } from "../points.ts";
import { profitBars, type Profits, referenceOf, type StoreProfit } from "./profit-bars.ts";
import { useStoreName } from "../store-name.ts";
import { TurnCauses } from "./turn-causes.tsx";

const beside = ["best", "median"] as const;

/** Who won and why: a store's profit beside the best or the median one's, in exact parts. */
export function Winners() {
  const { t } = useTranslation("lessons");
  const { id } = useSeason();
  const answer = useAnswer("GET /practice/seasons/:season/profits", { where: { season: id } });
  return (
    <Loaded of={answer}>
      {(profits) =>
        profits.stores.length < 2 ? (
          <Empty title={t("winners.none.title")} text={t("winners.none.text")} />
        ) : (
          <Compared profits={profits} />
        )
      }
    </Loaded>
  );
}

function Compared({ profits }: { profits: Profits }) {
  const { t } = useTranslation("lessons");
  const nameOf = useStoreName();
  const [asked, setAsked] = useAddressText("store");
  const [against, setAgainst] = useAddressField("against", beside);
  const { stores } = profits;
  // Nobody asked for a store yet: the question is why the last one is behind the first.
  const store = stores.find((one) => String(one.store) === asked) ?? stores.at(-1);
  const reference = store === undefined ? undefined : referenceOf(profits, store, against);
  if (store === undefined || reference === undefined) return null;
  return (
    <div className="grid">
      <div className="row row-wrap winners-choice">
        <Select
          label={t("winners.store")}
          searchable
          allowDeselect={false}
          value={String(store.store)}
          onChange={(value) => setAsked(value ?? undefined)}
          data={stores.map((one) => ({
            value: String(one.store),
            label: `${one.rank}. ${nameOf(one)}`,
          }))}
        />
        <SegmentedControl
          aria-label={t("winners.against")}
          value={against}
          onChange={(value) => setAgainst(value as (typeof beside)[number])}
          data={beside.map((value) => ({ value, label: t(`winners.than.${value}`) }))}
        />
      </div>
      <div className="grid-even winners">
        <Steps reference={reference} store={store} />
        <TurnCauses key={store.store} store={store} />
      </div>
    </div>
  );
}

function Steps({ reference, store }: { reference: StoreProfit; store: StoreProfit }) {
  const { t } = useTranslation("lessons");
  const format = useFormat();
  const nameOf = useStoreName();
  const { id, booksCurrency } = useSeason();
  const bars = profitBars(reference, store);
  const places = barPlaces(bars);
  const headOf = (code: (typeof bars)[number]["code"]) => {
    if (code !== "reference" && code !== "store") return t(`winners.line.${code}`);
    const of = code === "store" ? store : reference;
    return (
      <Link to={`/s/${id}/${of.store}/today`}>
        {t("winners.profitOf", { rank: of.rank, name: nameOf(of) })}
      </Link>
    );
  };
  const gap = store.profitMinor - reference.profitMinor;
  return (
    <section aria-label={t("winners.steps")}>
      <table className="waterfall">
        <caption className="sub-head">
          {t(gap < 0 ? "winners.behind" : "winners.ahead", {
            name: nameOf(store),
            other: nameOf(reference),
            money: format.money(Math.abs(gap), booksCurrency),
          })}
        </caption>
        <tbody>
          {bars.map(({ code, minor }, index) => {
            const isEnd = code === "reference" || code === "store";
            const tone = isEnd ? "sum" : minor < 0 ? "bad" : "good";
            const place = places[index] ?? { left: 0, width: 0 };
            return (
              <tr key={code} className={isEnd ? "waterfall-result" : undefined}>
                <th scope="row">{headOf(code)}</th>
                <td className="fill-cell fill-cell-short">
                  <span
                    className={`fill fill-${tone}`}
                    style={{ left: `${place.left}%`, width: `${place.width}%` }}
                  />
                </td>
                <td className="num">{format.money(minor, booksCurrency, { sign: !isEnd })}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Scores reference={reference} store={store} />
      <p className="soft">{t("winners.exact")}</p>
    </section>
  );
}

const scoreParts = ["profit", "customer", "operations", "process"] as const;

/** Ranks go by score: whoever made more may stand lower, and its parts say by what. */
function Scores({ reference, store }: { reference: StoreProfit; store: StoreProfit }) {
  const { t } = useTranslation("lessons");
  const format = useFormat();
  // A short season has no score to compare: profit then stands for itself.
  if (store.scoreMilli < 0 && reference.scoreMilli < 0) return null;
  const text = (milli: number) => pointsText(milli, format.number);
  const said = scoreParts
    .filter((part) => store.parts[part] >= 0 || reference.parts[part] >= 0)
    .map((part) => ({
      part,
      own: text(store.parts[part]),
      other: text(reference.parts[part]),
    }));
  return (
    <p className="winners-score">
      {t("winners.score", { own: text(store.scoreMilli), other: text(reference.scoreMilli) })}
      {said.map(({ part, own, other }) => (
        <span key={part}> {t(`winners.part.${part}`, { own, other })}</span>
      ))}
    </p>
  );
}

import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../api/query.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { Loaded } from "../../../parts/page.tsx";
import { useFormat } from "../../../text/format.ts";
import { barPlaces } from "../store/listing/waterfall-bars.ts";
import { partsBySize, type Why } from "../store/today/why-parts.ts";
import type { StoreProfit } from "./profit-bars.ts";

/** The day on which a store's profit differed most from the day before, cause by cause. */
export function TurnCauses({ store }: { store: StoreProfit }) {
  const { t } = useTranslation("lessons");
  const { turn } = store;
  if (turn === null) return <p className="soft">{t("winners.noTurn")}</p>;
  return <Causes store={store.store} turn={turn} />;
}

function Causes({ store, turn }: { store: number; turn: NonNullable<StoreProfit["turn"]> }) {
  const { t } = useTranslation("lessons");
  const format = useFormat();
  const { id, booksCurrency } = useSeason();
  const answer = useAnswer("GET /practice/seasons/:season/stores/:store/why", {
    where: { season: id, store: String(store) },
    asks: { day: String(turn.day), against: "yesterday" },
  });
  const money = (minor: number) => format.money(minor, booksCurrency);
  return (
    <section aria-label={t("winners.turn")}>
      <p className="sub-head">
        {t("winners.turnOf", {
          day: turn.day,
          before: money(turn.beforeMinor),
          after: money(turn.afterMinor),
        })}
      </p>
      <Loaded of={answer}>{(why) => <Parts why={why} />}</Loaded>
    </section>
  );
}

function Parts({ why }: { why: Why }) {
  const { t } = useTranslation("lessons");
  const format = useFormat();
  const { booksCurrency } = useSeason();
  const found = why.figures.find(({ id }) => id === "profit");
  const parts = found === undefined ? [] : partsBySize(found);
  if (found === undefined || parts.length === 0) return null;
  const places = barPlaces(
    parts.map(({ value }) => ({ from: Math.min(0, value), to: Math.max(0, value) })),
  );
  const print = (minor: number) => format.money(minor, booksCurrency, { sign: true });
  return (
    <>
      <table className="waterfall">
        <caption className="visually-hidden">{t("winners.causes")}</caption>
        <tbody>
          {parts.map(({ cause, value }, at) => (
            <tr key={cause}>
              <th scope="row">{t(`winners.cause.${cause}`)}</th>
              <td className="fill-cell fill-cell-short">
                <span
                  className={value >= 0 ? "fill fill-good" : "fill fill-bad"}
                  style={{ left: `${places[at]?.left ?? 0}%`, width: `${places[at]?.width ?? 0}%` }}
                />
              </td>
              <td className="num">{print(value)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="waterfall-result">
            <th scope="row">{t("winners.change")}</th>
            <td />
            <td className="num">{print(found.after - found.before)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="soft">{t("winners.luck")}</p>
    </>
  );
}

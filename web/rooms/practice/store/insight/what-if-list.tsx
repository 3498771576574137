import { useTranslation } from "react-i18next";
import {
  changeableField,
  type ChangeableKind,
} from "@echelon/contract/practice/changeable-field.ts";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { Card, Empty, Loaded } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { pointsText } from "../../points.ts";
import { printed, unitOf } from "../../typed-number.ts";
import { useRefused } from "../said.ts";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { TwoLines } from "./two-lines.tsx";

type WhatIf = Answer<"GET /practice/seasons/:season/stores/:store/what-ifs">[number];
type Result = NonNullable<WhatIf["result"]>;
const pollMillis = 2_000;

/** What was played again so far, the latest first; one that is under way appears by itself. */
export function WhatIfList({ sayOf }: { sayOf: (one: WhatIf) => string }) {
  const { t } = useTranslation("study");
  const { where } = useStorePlace();
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/what-ifs",
    { where },
    { pollMillis: (list) => (list?.some(({ result }) => result === null) ? pollMillis : 0) },
  );
  return (
    <Card title={t("whatIf.earlier")}>
      <Loaded of={answer}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={t("whatIf.act")} text={t("whatIf.none")} />
          ) : (
            <div className="grid">
              {list.map((one) => (
                <OneWhatIf key={one.id} one={one} said={sayOf(one)} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Card>
  );
}

function OneWhatIf({ one, said }: { one: WhatIf; said: string }) {
  const { t } = useTranslation("study");
  const format = useFormat();
  const { currencyOf } = useMarkets();
  const { day, toDay, result, instead, kind, facts } = one;
  const field = changeableField[kind as ChangeableKind];
  const unit = unitOf(field ?? "", currencyOf(String(facts["market"] ?? "")));
  const value = printed(instead ?? 0, unit, format.number);
  return (
    <section className="what-if" aria-label={said}>
      <h3>{said}</h3>
      <p>{instead === null ? t("whatIf.leftOut") : t("whatIf.insteadOf", { value })}</p>
      {result === null ? (
        <p className="soft" role="status">
          {day === toDay ? t("whatIf.playingDay", { day }) : t("whatIf.playing", { day, toDay })}
        </p>
      ) : (
        <Outcome result={result} day={day} toDay={toDay} />
      )}
    </section>
  );
}

function useMoney(): (minor: number, sign?: boolean) => string {
  const format = useFormat();
  const { season } = useStorePlace();
  return (minor, sign = false) => format.money(minor, season.booksCurrency, { sign });
}

/** The figures as they were and would have been, in words. */
function useRows({ profitMinor, orders, scoreMilli, rank, of }: Result) {
  const { t } = useTranslation("study");
  const format = useFormat();
  const money = useMoney();
  const points = (milli: number) => pointsText(milli, format.number);
  return [
    {
      name: t("whatIf.profit"),
      was: money(profitMinor.was),
      would: money(profitMinor.would),
      difference: money(profitMinor.would - profitMinor.was, true),
    },
    {
      name: t("whatIf.orders"),
      was: format.number(orders.was),
      would: format.number(orders.would),
      difference: format.number(orders.would - orders.was),
    },
    {
      name: t("whatIf.score"),
      was: points(scoreMilli.was),
      would: points(scoreMilli.would),
      difference:
        scoreMilli.was < 0 || scoreMilli.would < 0
          ? ""
          : format.number((scoreMilli.would - scoreMilli.was) / 10, 1),
    },
    {
      name: t("whatIf.rank", { of }),
      was: t("whatIf.rankOf", { rank: rank.was }),
      would: t("whatIf.rankOf", { rank: rank.would }),
      difference: "",
    },
  ];
}

function Outcome({ result, day, toDay }: { result: Result; day: number; toDay: number }) {
  const { t } = useTranslation("study");
  const money = useMoney();
  const refusedText = useRefused();
  const { profitMinor, refused, series, unlawful } = result;
  const gain = profitMinor.would - profitMinor.was;
  const verdict = gain === 0 ? "same" : gain > 0 ? "better" : "worse";
  const rows = useRows(result);
  return (
    <>
      {unlawful === null || unlawful === undefined ? null : (
        <p className="problem">{t("whatIf.unlawful", { why: refusedText(unlawful) })}</p>
      )}
      <p className={gain > 0 ? "good" : gain < 0 ? "bad" : "soft"}>
        {t(`whatIf.${verdict}`, { amount: money(Math.abs(gain)) })}
      </p>
      <table className="money-lines">
        <caption>
          {day === toDay ? t("whatIf.resultDay", { day }) : t("whatIf.result", { day, toDay })}
        </caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t("whatIf.was")}</th>
            <th scope="col">{t("whatIf.would")}</th>
            <th scope="col">{t("whatIf.difference")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, was, would, difference }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{was}</td>
              <td>{would}</td>
              <td>{difference}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <TwoLines
        label={t("whatIf.chart")}
        first={{ name: t("whatIf.was"), values: series.was }}
        second={{ name: t("whatIf.would"), values: series.would }}
      />
      {refused === 0 ? null : <p className="soft">{t("whatIf.refused", { count: refused })}</p>}
    </>
  );
}

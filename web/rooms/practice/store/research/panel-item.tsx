import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import { useStoreName } from "../../store-name.ts";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import type { Research } from "./research-answer.ts";

type Asked = Research["panels"]["rows"][number];
type Answer = NonNullable<Asked["answers"]>[number];

/** One question with its answers, each beside what it may be wrong by. */
export function PanelItem({ asked }: { asked: Asked }) {
  const { t } = useTranslation(["research", "researched"]);
  const format = useFormat();
  const { season } = useStorePlace();
  const { nameOf } = useMarkets();
  const { question, market, category, segment, sample, day, answers } = asked;
  const known = season.categories.find(({ id }) => id === category);
  return (
    <li className="research-item">
      <p>
        <b>{useQuestion(asked)}</b>
      </p>
      <p className="soft">
        {t("panels.whom", {
          sample: format.number(sample),
          segment: segment === null ? t("panels.everybody") : t(`segments.${segment}`),
          market: nameOf(market),
          day: format.number(day),
        })}
        {question === "names" || known === undefined ? null : ` · ${format.name(known.name)}`}
      </p>
      {answers === null ? (
        <p className="dim">{t("panels.waiting")}</p>
      ) : answers.length === 0 ? (
        <p className="dim">{t(`panels.nothing.${question}`)}</p>
      ) : (
        <ul className="panel-answers">
          {answers.map((one) => (
            <AnswerLine key={`${one.motive}/${one.store}`} answer={one} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** The question as it was put. */
function useQuestion({ question, priceMinor, currency, by }: Asked): string {
  const { t } = useTranslation(["research", "researched"]);
  const format = useFormat();
  if (question === "would-pay") {
    return t("panels.asked.would-pay", { money: format.money(priceMinor ?? 0, currency) });
  }
  if (question === "compare") return t("panels.asked.compare", { by: t(`motiveName.${by}`) });
  return t(`panels.questions.${question}`);
}

/** What was answered: a motive, a store, or yes. */
function useAnswered({ motive, store, name, isOwn }: Answer): string {
  const { t } = useTranslation(["research", "researched"]);
  const nameOf = useStoreName();
  if (motive !== null) return t(`motiveName.${motive}`);
  if (store === null) return t("panels.yes");
  if (isOwn) return t("panels.own");
  return nameOf({ store, name });
}

function AnswerLine({ answer }: { answer: Answer }) {
  const { t } = useTranslation(["research", "researched"]);
  const format = useFormat();
  const { said, share } = answer;
  return (
    <li>
      <span>{useAnswered(answer)}</span>{" "}
      <b className="figure-with">
        {format.percent(share.value, 1)}{" "}
        <span className="margin">
          {t("reports.margin")} {format.percent(share.margin, 1)}
        </span>
      </b>{" "}
      <span className="dim">{t("panels.said", { count: said, said: format.number(said) })}</span>
    </li>
  );
}

import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { RichText } from "../../parts/rich-text.tsx";
import type { KeptAnswer } from "./answer-keeper.ts";
import type { Sitting, useSitting } from "./use-sitting.ts";

/** An answer to a question, as somebody reads it. */
function Said({ of, answer }: { of: Sitting["questions"][number]; answer: KeptAnswer["answer"] }) {
  const { t } = useTranslation("sitting");
  if (answer === null) return null;
  if ("chosen" in answer)
    return (
      <ul className="aside-said">
        {of.options
          .filter(({ place }) => answer.chosen.includes(place))
          .map(({ place, text }) => (
            <li key={place}>
              <RichText of={text} />
            </li>
          ))}
      </ul>
    );
  if ("matches" in answer)
    return (
      <ul className="aside-said">
        {of.prompts.map((prompt, at) => (
          <li key={at}>
            <RichText of={prompt} /> {answer.matches[at] ?? t("unanswered")}
          </li>
        ))}
      </ul>
    );
  const text = "isTrue" in answer ? t(answer.isTrue ? "true" : "false") : answer.text;
  return <p className="said-own aside-said">{text}</p>;
}

/**
 * What was typed here before another machine wrote something else: the other answer stands, and
 * whoever typed this says which of the two is meant.
 */
export function SetAside({
  of,
  keeper,
  onGo,
}: {
  of: Sitting;
  keeper: ReturnType<typeof useSitting>;
  onGo: (place: number) => void;
}) {
  const { t } = useTranslation("sitting");
  if (keeper.aside.length === 0) return null;
  return (
    <section className="hint aside" aria-label={t("aside.title")}>
      <div role="alert">
        <strong>{t("aside.title")}</strong>
        <p>{t("aside.text")}</p>
      </div>
      <ul className="plain-list">
        {keeper.aside.map(({ place, answer }) => (
          <li key={place} className="aside-one">
            <Button variant="subtle" size="compact-sm" px={0} onClick={() => onGo(place)}>
              {t("questionOf", { at: place + 1, of: of.questions.length })}
            </Button>
            <Said of={of.questions[place]!} answer={answer} />
            <div className="row row-wrap">
              <Button
                size="sm"
                onClick={() => {
                  keeper.take(place);
                  onGo(place);
                }}
              >
                {t("aside.take")}
              </Button>
              <Button size="sm" variant="default" onClick={() => keeper.drop(place)}>
                {t("aside.drop")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

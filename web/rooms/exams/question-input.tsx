import { questionLimits } from "@echelon/contract/assessment/question-limits.ts";
import { Textarea, TextInput } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { RichText } from "../../parts/rich-text.tsx";
import type { GivenAnswer } from "./answer-keeper.ts";
import type { Sitting } from "./use-sitting.ts";

type Asked = Sitting["questions"][number];
type Input = {
  of: Asked;
  answer: GivenAnswer;
  onAnswer: (answer: GivenAnswer) => void;
};

const chosenOf = (answer: GivenAnswer): readonly number[] =>
  answer !== null && "chosen" in answer ? answer.chosen : [];
const textOf = (answer: GivenAnswer): string =>
  answer !== null && "text" in answer ? answer.text : "";

function Choices({ of, answer, onAnswer }: Input) {
  const name = useId();
  const chosen = chosenOf(answer);
  const isOne = of.type === "single-choice";
  const choose = (place: number, isChosen: boolean) => {
    const rest = isOne ? [] : chosen.filter((one) => one !== place);
    onAnswer({ chosen: isChosen ? [...rest, place].toSorted((a, b) => a - b) : [...rest] });
  };
  return (
    <div className="answer-list">
      {of.options.map(({ place, text }) => (
        <label key={place} className="answer-choice">
          <input
            type={isOne ? "radio" : "checkbox"}
            name={name}
            checked={chosen.includes(place)}
            onChange={(event) => choose(place, event.currentTarget.checked)}
          />
          <RichText of={text} />
        </label>
      ))}
    </div>
  );
}

function TrueOrFalse({ answer, onAnswer }: Input) {
  const { t } = useTranslation("sitting");
  const name = useId();
  const said = answer !== null && "isTrue" in answer ? answer.isTrue : null;
  return (
    <div className="answer-list">
      {[true, false].map((isTrue) => (
        <label key={String(isTrue)} className="answer-choice">
          <input
            type="radio"
            name={name}
            checked={said === isTrue}
            onChange={() => onAnswer({ isTrue })}
          />
          <span>{isTrue ? t("true") : t("false")}</span>
        </label>
      ))}
    </div>
  );
}

function Matches({ of, answer, onAnswer }: Input) {
  const { t } = useTranslation("sitting");
  const name = useId();
  const said = answer !== null && "matches" in answer ? answer.matches : [];
  const match = (at: number, value: string) =>
    onAnswer({
      matches: of.prompts.map((_, place) =>
        place === at ? (value === "" ? null : value) : (said[place] ?? null),
      ),
    });
  return (
    <ul className="plain-list answer-matches">
      {of.prompts.map((prompt, at) => (
        <li key={at}>
          <label htmlFor={`${name}-${at}`}>
            <RichText of={prompt} />
          </label>
          <select
            id={`${name}-${at}`}
            className="answer-select"
            value={said[at] ?? ""}
            onChange={(event) => match(at, event.currentTarget.value)}
          >
            <option value="">{t("chooseMatch")}</option>
            {of.matches.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
  );
}

function Line({ of, answer, onAnswer }: Input) {
  const { t } = useTranslation("sitting");
  const isNumber = of.type === "numerical";
  return (
    <TextInput
      label={isNumber ? t("number") : t("lineLabel")}
      description={isNumber ? t("numberHint") : undefined}
      inputMode={isNumber ? "decimal" : "text"}
      autoComplete="off"
      maxLength={questionLimits.lineCharsMax}
      value={textOf(answer)}
      onChange={(event) => onAnswer({ text: event.currentTarget.value })}
    />
  );
}

function Essay({ of, answer, onAnswer }: Input) {
  const { t } = useTranslation("sitting");
  const value = answer === null ? of.template : textOf(answer);
  return (
    <Textarea
      label={t("essay")}
      description={t("characters", { count: value.length })}
      maxLength={questionLimits.essayCharsMax}
      autosize
      minRows={8}
      maxRows={30}
      value={value}
      onChange={(event) => onAnswer({ text: event.currentTarget.value })}
    />
  );
}

/** The place in which a question is answered, by its type. */
export function QuestionInput(input: Input) {
  switch (input.of.type) {
    case "single-choice":
    case "multiple-choice":
      return <Choices {...input} />;
    case "true-false":
      return <TrueOrFalse {...input} />;
    case "matching":
      return <Matches {...input} />;
    case "numerical":
    case "short-answer":
      return <Line {...input} />;
    case "essay":
      return <Essay {...input} />;
    default:
      return null;
  }
}

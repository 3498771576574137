import { Button, Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { hasWords } from "../../parts/has-words.ts";
import { Card } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { BankView, QuestionHead } from "./bank-types.ts";
import { GiveTopics } from "./give-topics.tsx";

/** So many are drawn at once; more by a click. */
const shownStep = 100;

function Row({
  of,
  isChosen,
  onChoose,
  onOpen,
}: {
  of: QuestionHead;
  isChosen: boolean;
  /** Null where nothing can be changed. */
  onChoose: ((isChosen: boolean) => void) | null;
  onOpen: () => void;
}) {
  const { t } = useTranslation("banks");
  return (
    <li className="bank-row">
      {onChoose === null ? null : (
        <Checkbox
          aria-label={t("choose", { asks: of.asks })}
          checked={isChosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      )}
      <button type="button" className="bank-open" onClick={onOpen}>
        <span>{of.asks}</span>
        <span className="row row-wrap soft">
          <span className="badge">{t(`types.${of.type}`)}</span>
          {of.topics.length === 0 ? (
            <span className="warn">{t("noTopics")}</span>
          ) : (
            of.topics.map((topic) => (
              <span key={topic} className="badge badge-accent">
                {topic}
              </span>
            ))
          )}
          <span className="dim">{of.name}</span>
        </span>
      </button>
    </li>
  );
}

/** What is chosen of a list, one by one or all that is shown. */
function useChosen() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (ids: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  return { chosen, choose, clear: () => setChosen(new Set()) };
}

type Chosen = ReturnType<typeof useChosen>;

/** Gives competencies to all that is chosen. */
function ChosenBar({
  bank,
  ids,
  of: { chosen, choose, clear },
}: {
  bank: string;
  ids: readonly string[];
  of: Chosen;
}) {
  const { t } = useTranslation("banks");
  const [isGiving, setGiving] = useState(false);
  const isAll = ids.length > 0 && ids.every((id) => chosen.has(id));
  return (
    <div className="row row-wrap">
      <Checkbox
        label={t("chooseAll")}
        checked={isAll}
        indeterminate={!isAll && chosen.size > 0}
        onChange={(event) => choose(ids, event.currentTarget.checked)}
      />
      <span className="push" />
      <Button variant="default" disabled={chosen.size === 0} onClick={() => setGiving(true)}>
        {t("giveTopics", { count: chosen.size })}
      </Button>
      {isGiving ? (
        <GiveTopics
          bank={bank}
          questions={[...chosen]}
          onClose={() => setGiving(false)}
          onDone={clear}
        />
      ) : null}
    </div>
  );
}

/** The questions of a bank: found by words, opened one by one, given competencies together. */
export function BankQuestions({ of, onOpen }: { of: BankView; onOpen: (id: string) => void }) {
  const { t } = useTranslation("banks");
  const format = useFormat();
  const [words, setWords] = useState("");
  const [most, setMost] = useState(shownStep);
  const chosen = useChosen();
  const isOwn = of.school !== null;
  const shown = of.list.filter((one) =>
    hasWords([one.name, one.asks, ...one.topics].join(" "), words),
  );
  return (
    <Card title={t("list")} note={t("shown", { count: shown.length, of: of.list.length })}>
      <div className="form">
        <TextInput
          aria-label={t("find")}
          placeholder={t("find")}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {isOwn ? <ChosenBar bank={of.id} ids={shown.map(({ id }) => id)} of={chosen} /> : null}
        <ul className="plain-list bank-list" aria-label={format.name(of.name)}>
          {shown.slice(0, most).map((one) => (
            <Row
              key={one.id}
              of={one}
              isChosen={chosen.chosen.has(one.id)}
              onChoose={isOwn ? (isChosen) => chosen.choose([one.id], isChosen) : null}
              onOpen={() => onOpen(one.id)}
            />
          ))}
        </ul>
        {shown.length === 0 ? <p className="soft">{t("nothingFound")}</p> : null}
        {shown.length > most ? (
          <div className="row">
            <Button variant="default" onClick={() => setMost(most + shownStep)}>
              {t("more")}
            </Button>
          </div>
        ) : null}
      </div>
    </Card>
  );
}

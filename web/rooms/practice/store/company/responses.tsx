import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { statementCharsMax } from "@echelon/contract/practice/typed-limits.ts";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, Refused } from "../parts.tsx";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { useDraft } from "../use-draft.ts";
import { useProjection } from "../use-projection.ts";
import { useDecide, type Wish } from "../use-store.ts";
import type { CompanyAnswer } from "./company-answer.ts";
import { useAuthor } from "../use-author.ts";

type Event = CompanyAnswer["responses"][number];

/** Events of the market, and what the store said it does about them. */
export function Responses({ responses }: { responses: readonly Event[] }) {
  const { t } = useTranslation("strategy");
  if (responses.length === 0) return null;
  return (
    <Card title={t("responses.title")} note={t("responses.note")} flush>
      <p className="card-body soft">{t("responses.text")}</p>
      <ul className="response-list">
        {responses.map((one) => (
          <ResponseItem key={one.shock} event={one} />
        ))}
      </ul>
    </Card>
  );
}

function ResponseItem({ event }: { event: Event }) {
  const { t } = useTranslation("strategy");
  const format = useFormat();
  const authorOf = useAuthor();
  const { from, until, headline, said, isOpen } = event;
  return (
    <li className="response-item">
      <p>
        <b>{format.name(headline)}</b>{" "}
        <span className="dim">
          {t("responses.days", { from: format.number(from), until: format.number(until) })}
        </span>
      </p>
      {said.map((one, place) => (
        <figure className="strategy-said" key={`${one.day}/${said.length - place}`}>
          <blockquote>{one.plan}</blockquote>
          <figcaption className="dim">
            {t("statedBy", { author: authorOf(one.author), day: format.number(one.day) })}
          </figcaption>
        </figure>
      ))}
      {isOpen ? <ResponseForm event={event} /> : null}
      {!isOpen && said.length === 0 ? <p className="dim">{t("responses.none")}</p> : null}
    </li>
  );
}

function ResponseForm({ event: { shock, headline } }: { event: Event }) {
  const { t } = useTranslation("strategy");
  const format = useFormat();
  const wishesOf = (plan: string): Wish[] =>
    plan.trim() === "" ? [] : [{ kind: "record-response", shock, plan: plan.trim() }];
  const { draft, save, drop } = useDraft<string>(`response/${shock}`, wishesOf);
  const plan = draft ?? "";
  const wishes = wishesOf(plan);
  const [projection] = useProjection(wishes);
  const why = useRefusedWhy(projection);
  const { decide, isPending, error } = useDecide();
  const record = async () => {
    if ((await decide(wishes)) !== null) await drop();
  };
  return (
    <div className="grid">
      <Textarea
        label={t("responses.plan", { event: format.name(headline) })}
        value={plan}
        maxLength={statementCharsMax}
        autosize
        minRows={2}
        onChange={(typed) => save(typed.currentTarget.value)}
      />
      <div>
        <ActButton
          variant="default"
          isPending={isPending}
          disabledReason={wishes.length === 0 ? t("responses.enter") : why}
          onClick={() => void record()}
        >
          {t("responses.record")}
        </ActButton>
      </div>
      <Projected projection={wishes.length === 0 ? undefined : projection} />
      <Refused error={error} />
    </div>
  );
}

import "./agents.css";
import { Button, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct, useAnswer } from "../../api/query.ts";
import { useSeason } from "../../frame/season-context.tsx";
import { CopyButton } from "../../parts/copy.tsx";
import { useFaultText } from "../../parts/faults.ts";
import { Card, Empty, Loaded, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { seen } from "./steer/use-steer.ts";

type Agent = Answer<"GET /practice/seasons/:season/agents">[number];
type Made = Answer<"POST /practice/seasons/:season/agents">;

const changed = ["GET /practice/seasons/:season/agents", ...seen] as const;

/** Whoever steers the season, and whose practice it is. */
function useMayLetIn(): boolean {
  const { maySteer, isRehearsal } = useSeason();
  return maySteer || isRehearsal;
}

/** Programs of the season: each with a store and a token that is shown once. */
export default function Agents() {
  const { t } = useTranslation("agents");
  const { id, state } = useSeason();
  const mayLetIn = useMayLetIn();
  const [made, setMade] = useState<Made | null>(null);
  const agents = useAnswer("GET /practice/seasons/:season/agents", { where: { season: id } });
  const isOver = state === "finished" || state === "archived";
  return (
    <Card title={t("card.title")} note={t("leagueNote")}>
      <div className="agent-card">
        <p className="soft">
          {t("card.text")} <a href="/docs">{t("card.api")}</a>
        </p>
        {made === null ? null : <Token made={made} onDone={() => setMade(null)} />}
        {mayLetIn && !isOver && made === null ? <AddAgent onMade={setMade} /> : null}
        <Loaded of={agents} rows={1}>
          {(list) =>
            list.length === 0 ? (
              <Empty title={t("card.none")} text={t("card.noneText")} />
            ) : (
              <ul className="agent-list">
                {list.map((agent) => (
                  <AgentLine key={agent.store} agent={agent} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </Card>
  );
}

function AddAgent({ onMade }: { onMade: (made: Made) => void }) {
  const { t } = useTranslation("agents");
  const { id } = useSeason();
  const [name, setName] = useState("");
  const open = useAct("POST /practice/seasons/:season/agents", changed);
  const fault = useFaultText(open.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate(
      { where: { season: id }, body: { name } },
      {
        onSuccess: (made) => {
          setName("");
          onMade(made);
        },
      },
    );
  };
  return (
    <form className="row row-wrap agent-add" onSubmit={submit}>
      <TextInput
        label={t("card.name")}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fault("name")}
        maxLength={40}
        required
      />
      <Button type="submit" loading={open.isPending}>
        {t("card.add")}
      </Button>
      {open.error === null ? null : <Problem error={open.error} />}
    </form>
  );
}

function Token({ made, onDone }: { made: Made; onDone: () => void }) {
  const { t } = useTranslation("agents");
  return (
    <div className="agent-token" role="status">
      <strong>{t("token.title", { name: made.name })}</strong>
      <code>{made.token}</code>
      <p className="soft">{t("token.text")}</p>
      <div className="row row-wrap">
        <CopyButton text={made.token} />
        <Button variant="default" size="compact-md" onClick={onDone}>
          {t("token.done")}
        </Button>
      </div>
    </div>
  );
}

function AgentLine({ agent }: { agent: Agent }) {
  const { t } = useTranslation("agents");
  const format = useFormat();
  const { id } = useSeason();
  const mayLetIn = useMayLetIn();
  const [isAsked, setAsked] = useState(false);
  const revoke = useAct("DELETE /practice/seasons/:season/agents/:agent", changed);
  const press = () => {
    if (isAsked) revoke.mutate({ where: { season: id, agent: String(agent.store) } });
    else setAsked(true);
  };
  const used = agent.lastUsedAt === null ? t("card.never") : format.dateTime(agent.lastUsedAt);
  return (
    <li className="row row-wrap">
      <Link to={`/s/${id}/${agent.store}/today`}>{agent.name}</Link>
      <span className="soft">
        {t("card.used")} {used}
      </span>
      <span className="push" />
      {agent.isRevoked ? <span className="badge">{t("card.revoked")}</span> : null}
      {mayLetIn && !agent.isRevoked ? (
        <Button
          variant="default"
          size="compact-sm"
          color={isAsked ? "red" : "gray"}
          loading={revoke.isPending}
          onClick={press}
        >
          {t("card.revoke")}
        </Button>
      ) : null}
      {isAsked && !agent.isRevoked ? (
        <span className="soft" role="alert">
          {t("card.sure", { name: agent.name })}
        </span>
      ) : null}
      {revoke.error === null ? null : <Problem error={revoke.error} />}
    </li>
  );
}

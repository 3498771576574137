import "./identity.css";
import { Anchor, Button, TextInput, UnstyledButton } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RefusalError } from "../../api/client.ts";
import { useAct, useAnswer } from "../../api/query.ts";
import { type Session, useSession } from "../../api/session.ts";
import { useEnter } from "../../frame/enter.ts";
import { useAsked } from "../../frame/room.ts";
import { PasswordField } from "../../parts/password-field.tsx";
import { Card, PageHead, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { type Language, showLanguage } from "../../text/text.ts";

const queueMillis = 1_500;

/** Checking passwords takes the server a while; who waits sees how long, and need do nothing. */
function Queue({ error, again }: { error: RefusalError | null; again: () => void }) {
  const { t } = useTranslation("identity");
  const isQueued = error?.code === "identity/sign-in-queue";
  const queue = useAnswer("GET /sign-in/queue", {}, { enabled: isQueued, pollMillis: queueMillis });
  useEffect(() => {
    if (!isQueued) return undefined;
    const timer = setTimeout(again, queueMillis);
    return () => clearTimeout(timer);
  }, [isQueued, again, error]);
  if (error === null) return null;
  if (!isQueued) return <Problem error={error} />;
  const { waiting = 0, seconds = 0 } = queue.data ?? {};
  return (
    <div className="hint" role="status">
      {t("queue", { waiting, seconds })}
    </div>
  );
}

function PasswordDoor({ back }: { back: string | undefined }) {
  const { t } = useTranslation("identity");
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useAct("POST /sign-in");
  const enter = useEnter();
  const send = () =>
    signIn.mutate(
      { body: { username: username.trim(), password } },
      { onSuccess: (session) => enter(session, back === undefined ? {} : { to: back }) },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <Card label={t("signIn")}>
      <form className="form" onSubmit={submit}>
        <TextInput
          label={t("username")}
          description={t("usernameHint")}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          size="md"
        />
        <PasswordField
          label={t("password")}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          required
          size="md"
        />
        <Queue error={signIn.error} again={send} />
        <Button type="submit" size="md" loading={signIn.isPending}>
          {t("signIn")}
        </Button>
        <p className="soft">{t("forgotten")}</p>
      </form>
    </Card>
  );
}

/** One click each; only a demonstration has them. */
function DemoDoors({
  accounts,
  back,
}: {
  accounts: Session["demoAccounts"];
  back: string | undefined;
}) {
  const { t, i18n } = useTranslation("identity");
  const format = useFormat();
  const signIn = useAct("POST /demo/sign-in");
  const enter = useEnter();
  const open = async (account: string) => {
    // A visitor goes on in the language in which the demonstration was found.
    await showLanguage(i18n.language as Language);
    const to = back === undefined ? {} : { to: back };
    signIn.mutate({ body: { account } }, { onSuccess: (session) => enter(session, to) });
  };
  return (
    <Card title={t("demo.title")} note={t("demo.note")} flush>
      {signIn.error === null ? null : <Problem error={signIn.error} />}
      {accounts.map((one) => (
        <UnstyledButton
          key={one.account}
          className="need demo-door"
          disabled={signIn.isPending}
          onClick={() => void open(one.account)}
        >
          <span>
            <strong>{one.name}</strong>
            <span className="soft"> · {t(`roles.${one.role}`)}</span>
            <span className="soft demo-place">{format.name(one.organisation)}</span>
          </span>
          <span className="demo-go">{t("demo.enter")}</span>
        </UnstyledButton>
      ))}
    </Card>
  );
}

/** The door of the house: username and password, a class code, or a demonstration's accounts. */
export default function SignIn() {
  const { t } = useTranslation("identity");
  const session = useSession();
  const back = useAsked("back");
  const navigate = useNavigate();
  const isKnown = session !== undefined && session.me !== null;
  useEffect(() => {
    if (isKnown) void navigate({ to: "/", replace: true });
  }, [isKnown, navigate]);
  const hasDemo = session?.isDemo === true && session.demoAccounts.length > 0;
  return (
    <>
      <div className={hasDemo ? "doors-head" : "doors-head narrow"}>
        <PageHead title={t("welcome")} text={t("welcomeText")} />
      </div>
      <div className={hasDemo ? "doors" : "narrow"}>
        <div className="grid">
          {session?.isNew === true ? <p className="hint">{t("isNew")}</p> : null}
          <PasswordDoor back={back} />
          <Card label={t("haveCode")}>
            <p className="soft">{t("haveCodeText")}</p>
            <Anchor component={Link} to="/join" className="tall-link">
              {t("haveCode")}
            </Anchor>
          </Card>
          <Anchor component={Link} to="/verify" className="tall-link">
            {t("checkCertificate")}
          </Anchor>
        </div>
        {hasDemo ? <DemoDoors accounts={session.demoAccounts} back={back} /> : null}
      </div>
    </>
  );
}

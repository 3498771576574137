import { Anchor, Button, Checkbox, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Answer } from "../../api/client.ts";
import { useAct, useAnswer } from "../../api/query.ts";
import { type Session, sessionOf, useSession } from "../../api/session.ts";
import { useEnter, useSignOut } from "../../frame/enter.ts";
import { usePlace } from "../../frame/room.ts";
import { useFaultText } from "../../parts/faults.ts";
import { PasswordField } from "../../parts/password-field.tsx";
import { Card, Loaded, PageHead, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Language } from "../../text/text.ts";

type Joined = Answer<"POST /join">;

/** From the code straight into the class's season, when it has one. */
async function firstPlace({ class: joined, me }: Joined): Promise<string> {
  const isStudent = me.memberships.some(({ role }) => role === "student");
  if (!isStudent) return "/";
  const seasons = await api("GET /practice/seasons", { asks: { class: joined } }).catch(() => []);
  const open = seasons.find(({ state }) => ["running", "lobby", "paused"].includes(state));
  return open === undefined ? "/seasons" : `/s/${open.id}`;
}

function useJoin(code: string) {
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const join = useAct("POST /join");
  const enter = useEnter();
  const send = (who: { name?: string; number?: string; password?: string }) =>
    join.mutate(
      { body: { code, locale: i18n.language as Language, ...who } },
      {
        onSuccess: async (joined) => {
          const session = await sessionOf(client);
          await enter({ ...session, me: joined.me }, { to: await firstPlace(joined) });
        },
      },
    );
  return { join, send };
}

/** Somebody without an account: a nickname is enough. */
function NewcomerForm({ code }: { code: string }) {
  const { t } = useTranslation("teaching");
  const { join, send } = useJoin(code);
  const fault = useFaultText(join.error);
  const [name, setName] = useState("");
  const [number, setNumber] = useState("");
  const [password, setPassword] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send({
      name,
      ...(number.trim() === "" ? {} : { number: number.trim() }),
      ...(password === null ? {} : { password }),
    });
  };
  return (
    <form className="form" onSubmit={submit}>
      <TextInput
        label={t("join.name")}
        description={t("join.nameHint")}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fault("name")}
        autoComplete="nickname"
        maxLength={60}
        required
        size="md"
        data-autofocus
      />
      <TextInput
        label={t("join.number")}
        description={t("join.numberHint")}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        error={fault("number")}
        autoComplete="off"
        maxLength={32}
        size="md"
      />
      <Checkbox
        label={t("join.withPassword")}
        checked={password !== null}
        onChange={(event) => setPassword(event.currentTarget.checked ? "" : null)}
      />
      {password === null ? null : (
        <PasswordField
          label={t("join.password")}
          description={t("join.passwordHint")}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={fault("password")}
          autoComplete="new-password"
          minLength={8}
          required
          size="md"
        />
      )}
      {join.error === null ? null : <Problem error={join.error} />}
      <Button type="submit" size="md" loading={join.isPending}>
        {t("join.go")}
      </Button>
      <p className="soft">{t("join.privacy")}</p>
      <Link to="/sign-in" search={{ back: `/join/${code}` }} className="tall-link">
        {t("join.haveAccount")}
      </Link>
    </form>
  );
}

/** Somebody who is signed in joins with the account that is there. */
function KnownForm({ code, me }: { code: string; me: NonNullable<Session["me"]> }) {
  const { t } = useTranslation("teaching");
  const { join, send } = useJoin(code);
  const signOut = useSignOut();
  return (
    <div className="form">
      {join.error === null ? null : <Problem error={join.error} />}
      <Button size="md" loading={join.isPending} onClick={() => send({})}>
        {t("join.as", { name: me.name })}
      </Button>
      <Button variant="subtle" onClick={signOut}>
        {t("join.notMe", { name: me.name })}
      </Button>
    </div>
  );
}

/** A class's door: who opens it, and one form. */
export default function JoinClass() {
  const { t } = useTranslation("teaching");
  const format = useFormat();
  const code = usePlace("code");
  const view = useAnswer("GET /join/:code", { where: { code } });
  const session = useSession();
  return (
    <div className="narrow">
      {view.data === undefined ? <PageHead title={t("join.title")} /> : null}
      <Loaded of={view}>
        {(found) => (
          <>
            <PageHead
              title={t("join.into", { class: found.class })}
              text={t("join.where", {
                school: format.name(found.school),
                role: t(`roles.${found.role}`),
              })}
            />
            <Card label={t("join.into", { class: found.class })}>
              {session?.me ? (
                <KnownForm code={code} me={session.me} />
              ) : (
                <NewcomerForm code={code} />
              )}
            </Card>
          </>
        )}
      </Loaded>
      {view.error === null ? null : (
        <Anchor component={Link} to="/join" className="tall-link">
          {t("join.other")}
        </Anchor>
      )}
    </div>
  );
}

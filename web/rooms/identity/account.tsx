import { Button, SegmentedControl, TextInput, useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { changeMe, useMe } from "../../api/session.ts";
import { useSignOut } from "../../frame/enter.ts";
import { useFaultText } from "../../parts/faults.ts";
import { PasswordField } from "../../parts/password-field.tsx";
import { Card, PageHead, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { type Language, showLanguage } from "../../text/text.ts";

function NameForm() {
  const { t } = useTranslation("identity");
  const client = useQueryClient();
  const me = useMe();
  const [name, setName] = useState(me.name);
  const edit = useAct("PATCH /me");
  const fault = useFaultText(edit.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    edit.mutate({ body: { name } }, { onSuccess: (next) => changeMe(client, next) });
  };
  return (
    <form className="form" onSubmit={submit}>
      <TextInput
        label={t("name")}
        value={name}
        maxLength={60}
        required
        error={fault("name")}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t("username")}
        description={t("usernameFixed")}
        value={me.username}
        readOnly
      />
      {edit.error === null ? null : <Problem error={edit.error} />}
      <div className="row">
        <Button type="submit" loading={edit.isPending} disabled={name.trim() === me.name}>
          {t("save")}
        </Button>
        <span aria-live="polite" className="good">
          {edit.isSuccess && name.trim() === me.name ? t("savedNow") : null}
        </span>
      </div>
    </form>
  );
}

/** Language and theme hold on every device of the person. */
function Tastes() {
  const { t, i18n } = useTranslation("identity");
  const client = useQueryClient();
  const me = useMe();
  const { setColorScheme } = useMantineColorScheme();
  const edit = useAct("PATCH /me");
  const keep = (body: { locale?: Language; theme?: "auto" | "light" | "dark" }) =>
    edit.mutate({ body }, { onSuccess: (next) => changeMe(client, next) });
  return (
    <div className="form">
      <div>
        <div className="field-name">{t("language")}</div>
        <SegmentedControl
          aria-label={t("language")}
          value={i18n.language}
          onChange={(value) => {
            void showLanguage(value as Language);
            keep({ locale: value as Language });
          }}
          data={[
            { value: "zh", label: t("languages.zh") },
            { value: "en", label: t("languages.en") },
          ]}
        />
      </div>
      <div>
        <div className="field-name">{t("theme")}</div>
        <SegmentedControl
          aria-label={t("theme")}
          value={me.theme}
          onChange={(value) => {
            setColorScheme(value as "auto" | "light" | "dark");
            keep({ theme: value as "auto" | "light" | "dark" });
          }}
          data={(["auto", "light", "dark"] as const).map((one) => ({
            value: one,
            label: t(`themes.${one}`),
          }))}
        />
      </div>
      {edit.error === null ? null : <Problem error={edit.error} />}
    </div>
  );
}

function PasswordForm() {
  const { t } = useTranslation("identity");
  const client = useQueryClient();
  const me = useMe();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const change = useAct("POST /me/password");
  const fault = useFaultText(change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = me.hasPassword ? { current, password } : { password };
    const done = () => {
      setCurrent("");
      setPassword("");
      changeMe(client, { ...me, hasPassword: true });
    };
    change.mutate({ body }, { onSuccess: done });
  };
  return (
    <form className="form" onSubmit={submit}>
      {me.hasPassword ? null : <p className="hint">{t("noPassword", { username: me.username })}</p>}
      <input
        type="text"
        name="username"
        autoComplete="username"
        value={me.username}
        readOnly
        hidden
      />
      {me.hasPassword ? (
        <PasswordField
          label={t("passwordNow")}
          value={current}
          required
          autoComplete="current-password"
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
      ) : null}
      <PasswordField
        label={t("passwordNew")}
        description={t("passwordRule")}
        value={password}
        required
        minLength={8}
        maxLength={128}
        autoComplete="new-password"
        error={fault("password")}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {change.error === null ? null : <Problem error={change.error} />}
      <div className="row row-wrap">
        <Button type="submit" loading={change.isPending}>
          {me.hasPassword ? t("passwordChange") : t("passwordSet")}
        </Button>
        <span aria-live="polite" className="good">
          {change.isSuccess ? t("passwordChanged") : null}
        </span>
      </div>
    </form>
  );
}

function Memberships() {
  const { t } = useTranslation("identity");
  const format = useFormat();
  const { memberships } = useMe();
  if (memberships.length === 0) return <p className="soft">{t("noMemberships")}</p>;
  return (
    <ul className="plain-list">
      {memberships.map(({ organisation, role }) => (
        <li key={`${organisation.id} ${role}`} className="row">
          <span>{format.name(organisation.name)}</span>
          <span className="badge">{t(`roles.${role}`)}</span>
        </li>
      ))}
    </ul>
  );
}

/** One's own account: name, password, how the screens look, and where one belongs. */
export default function Account() {
  const { t } = useTranslation("identity");
  const signOut = useSignOut();
  return (
    <>
      <PageHead title={t("account")}>
        <Button variant="default" onClick={signOut}>
          {t("signOut")}
        </Button>
      </PageHead>
      <div className="grid grid-even">
        <Card title={t("who")}>
          <NameForm />
        </Card>
        <Card title={t("password")}>
          <PasswordForm />
        </Card>
        <Card title={t("tastes")}>
          <Tastes />
        </Card>
        <Card title={t("memberships")}>
          <Memberships />
        </Card>
      </div>
    </>
  );
}

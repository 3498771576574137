import { Anchor, Button, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { useSession } from "../../api/session.ts";
import { useEnter } from "../../frame/enter.ts";
import { usePlace } from "../../frame/room.ts";
import { useFaultText } from "../../parts/faults.ts";
import { PasswordField } from "../../parts/password-field.tsx";
import { Card, PageHead, Problem } from "../../parts/page.tsx";
import type { Language } from "../../text/text.ts";

const empty = { zh: "", en: "", name: "", username: "", password: "" };

/** The first account of a new installation, at the address that its first start printed. */
export default function Install() {
  const session = useSession();
  return session === undefined ? null : <Door isNew={session.isNew} />;
}

function Door({ isNew }: { isNew: boolean }) {
  // Whoever makes the account here is signed in before the room is left.
  const [wasNew] = useState(isNew);
  return wasNew ? <FirstAccount /> : <Used />;
}

/** Nobody should fill in a form that can only be refused. */
function Used() {
  const { t } = useTranslation("identity");
  return (
    <div className="narrow">
      <PageHead title={t("install.title")} />
      <Card label={t("install.title")}>
        <p>{t("install.used")}</p>
        <Anchor component={Link} to="/sign-in" className="tall-link">
          {t("signIn")}
        </Anchor>
      </Card>
    </div>
  );
}

function FirstAccount() {
  const { t, i18n } = useTranslation("identity");
  const invitation = usePlace("token");
  const [typed, setTyped] = useState(empty);
  const make = useAct("POST /installation/operator");
  const fault = useFaultText(make.error);
  const enter = useEnter();
  const set = (field: keyof typeof empty) => ({
    value: typed[field],
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [field]: value }));
    },
    required: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { zh, en, name, username, password } = typed;
    make.mutate(
      {
        body: {
          invitation,
          organisation: { zh, en },
          name,
          username: username.trim().toLowerCase(),
          password,
          locale: i18n.language as Language,
        },
      },
      { onSuccess: (session) => enter(session) },
    );
  };
  return (
    <div className="narrow">
      <PageHead title={t("install.title")} text={t("install.text")} />
      <Card label={t("install.title")}>
        <form className="form" onSubmit={submit}>
          <TextInput label={t("install.zh")} error={fault("organisation.zh")} {...set("zh")} />
          <TextInput label={t("install.en")} error={fault("organisation.en")} {...set("en")} />
          <TextInput label={t("name")} error={fault("name")} autoComplete="name" {...set("name")} />
          <TextInput
            label={t("username")}
            description={t("usernameRule")}
            error={fault("username")}
            autoComplete="username"
            autoCapitalize="none"
            {...set("username")}
          />
          <PasswordField
            label={t("password")}
            description={t("passwordRule")}
            error={fault("password")}
            autoComplete="new-password"
            {...set("password")}
          />
          {make.error === null ? null : <Problem error={make.error} />}
          <Button type="submit" loading={make.isPending}>
            {t("install.make")}
          </Button>
        </form>
      </Card>
    </div>
  );
}

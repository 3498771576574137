import "./teaching.css";
import { Button, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Card, PageHead } from "../../parts/page.tsx";
import { codeGrouped, plainCode } from "./join-code.ts";

/** Typing a class code by hand; the QR code leads past this page. */
export default function Join() {
  const { t } = useTranslation("teaching");
  const [typed, setTyped] = useState("");
  const navigate = useNavigate();
  const code = plainCode(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code !== null) void navigate({ to: "/join/$code", params: { code } });
  };
  return (
    <div className="narrow">
      <PageHead title={t("join.title")} text={t("join.text")} />
      <Card label={t("join.title")}>
        <form className="form" onSubmit={submit}>
          <TextInput
            label={t("join.code")}
            description={t("join.codeHint")}
            value={typed}
            onChange={(event) => setTyped(codeGrouped(event.currentTarget.value))}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            required
            size="lg"
            classNames={{ input: "code-input" }}
            error={typed.length >= 9 && code === null ? t("join.codeWrong") : null}
          />
          <Button type="submit" size="md" disabled={code === null}>
            {t("join.next")}
          </Button>
        </form>
      </Card>
    </div>
  );
}

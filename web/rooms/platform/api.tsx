import { Checkbox, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered } from "../../api/client.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { callsOf, type Described, found } from "./api-calls.ts";

const description = "/openapi.json";

/** The API for who writes a program: how a token is used, and every call by name. */
export default function ApiDocs() {
  const { t } = useTranslation("platform");
  const answer = useQuery<Described>({
    queryKey: [description],
    queryFn: async () => (await (await answered(description)).json()) as Described,
    staleTime: Infinity,
  });
  return (
    <div className="grid">
      <PageHead title={t("api.title")} text={t("api.text")} />
      <Card title={t("api.begin")}>
        <ol>
          {(["token", "ask", "decide", "wait", "often"] as const).map((step) => (
            <li key={step}>{t(`api.steps.${step}`)}</li>
          ))}
        </ol>
        <p>
          <a href={description}>{t("api.whole")}</a>
        </p>
      </Card>
      <Loaded of={answer}>{(described) => <Calls described={described} />}</Loaded>
    </div>
  );
}

function Calls({ described }: { described: Described }) {
  const { t } = useTranslation("platform");
  const [words, setWords] = useState("");
  const [isForProgram, setForProgram] = useState(true);
  const calls = found(callsOf(described), { words, isForProgram });
  return (
    <Card title={t("api.calls")} note={t("api.count", { count: calls.length })}>
      <div className="row row-wrap" style={{ marginBottom: 12 }}>
        <TextInput
          aria-label={t("api.search")}
          placeholder={t("api.search")}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Checkbox
          label={t("api.forProgram")}
          checked={isForProgram}
          onChange={(event) => setForProgram(event.currentTarget.checked)}
        />
      </div>
      {calls.length === 0 ? <Empty title={t("api.none")} text={t("api.noneText")} /> : null}
      <ul className="plain-list">
        {calls.map(({ method, path, refuses }) => (
          <li key={`${method} ${path}`}>
            <span className="badge">{method}</span>{" "}
            <span className="mono" style={{ overflowWrap: "anywhere" }}>
              {path}
            </span>
            {refuses.length === 0 ? null : (
              <details>
                <summary className="soft">{t("api.refuses", { count: refuses.length })}</summary>
                <ul>
                  {refuses.map((code) => (
                    <li key={code}>
                      <Link to={`/manual/${code}`} className="mono">
                        {code}
                      </Link>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

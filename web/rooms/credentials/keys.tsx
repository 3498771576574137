import "./credentials.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { RotateKey } from "./rotate-key.tsx";

type Key = Answer<"GET /credential-keys">[number];

function Item({ of }: { of: Key }) {
  const { t } = useTranslation("credentials");
  const format = useFormat();
  const { ownerName, replacedAt, compromisedAt } = of;
  return (
    <li>
      <div>
        <span className="signing-name">
          <strong>{ownerName === null ? t("keys.installation") : format.name(ownerName)}</strong>
          {compromisedAt !== null ? (
            <span className="badge badge-bad">{t("keys.stolen")}</span>
          ) : replacedAt === null ? (
            <span className="badge badge-good">{t("keys.inUse")}</span>
          ) : (
            <span className="badge">{t("keys.replaced", { date: format.date(replacedAt) })}</span>
          )}
        </span>
        <p className="soft">
          {t("keys.made", { date: format.date(of.madeAt) })} ·{" "}
          {t("keys.inForce", { count: of.inForce })}
        </p>
        <code className="key-code">{of.did}</code>
      </div>
      {compromisedAt === null ? (
        <div className="signing-acts">
          <RotateKey id={of.id} isInUse={replacedAt === null} />
        </div>
      ) : null}
    </li>
  );
}

/** Keys of the installation and its organizations, for the operator. */
export default function Keys() {
  const { t } = useTranslation("credentials");
  const keys = useAnswer("GET /credential-keys", {});
  return (
    <>
      <PageHead title={t("keys.title")} text={t("keys.text")}>
        <Button component={Link} to="/revocations" variant="default">
          {t("keys.toRevocations")}
        </Button>
      </PageHead>
      <Loaded of={keys}>
        {(all) => (
          <Card label={t("keys.title")} flush={all.length > 0}>
            {all.length === 0 ? (
              <Empty title={t("keys.empty.title")} text={t("keys.empty.text")} />
            ) : (
              <ul className="plain-list signing-list">
                {all.map((one) => (
                  <Item key={one.id} of={one} />
                ))}
              </ul>
            )}
          </Card>
        )}
      </Loaded>
    </>
  );
}

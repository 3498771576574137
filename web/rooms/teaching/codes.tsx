import { Button, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../api/query.ts";
import { CopyButton } from "../../parts/copy.tsx";
import { Card, Empty, Loaded, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Code } from "./class-data.ts";
import { codeGrouped } from "./join-code.ts";
import { Reach } from "./reach.tsx";

export const qrAddress = (of: string, code: string) => `/api/classes/${of}/codes/${code}/qr.svg`;

const rolesWithCode = ["student", "teacher", "assistant", "mentor"] as const;

function CodeLine({ of, code, mayTeach }: { of: string; code: Code; mayTeach: boolean }) {
  const { t } = useTranslation("teaching");
  const format = useFormat();
  const end = useAct("DELETE /classes/:class/codes/:code", ["GET /classes/:class/codes"]);
  return (
    <div className="code-line">
      <img src={qrAddress(of, code.code)} alt={t("qrOf", { code: codeGrouped(code.code) })} />
      <div>
        <div className="code-text">{codeGrouped(code.code)}</div>
        <div className="row row-wrap">
          <span className="badge badge-accent">{t(`roles.${code.role}`)}</span>
          <span className="soft">
            {t("codeUse", {
              used: code.used,
              max: code.usesMax,
              until: format.dateTime(code.expiresAt),
            })}
          </span>
        </div>
        <div className="soft address">{code.url}</div>
        <Reach of={code} />
        <div className="row row-wrap">
          <Button component={Link} to={`/classes/${of}/code`} size="compact-md">
            {t("onProjector")}
          </Button>
          <CopyButton text={code.url} />
          {mayTeach ? (
            <Button
              variant="default"
              size="compact-md"
              loading={end.isPending}
              onClick={() => end.mutate({ where: { class: of, code: code.code } })}
            >
              {t("endCode")}
            </Button>
          ) : null}
        </div>
        {end.error === null ? null : <Problem error={end.error} />}
      </div>
    </div>
  );
}

/** The codes that open the class now, and making another one for whom it is meant. */
export function Codes({ of, mayTeach }: { of: string; mayTeach: boolean }) {
  const { t } = useTranslation("teaching");
  const codes = useAnswer("GET /classes/:class/codes", { where: { class: of } });
  const make = useAct("POST /classes/:class/codes", ["GET /classes/:class/codes"]);
  const makeFor = (role: (typeof rolesWithCode)[number]) =>
    make.mutate({ where: { class: of }, body: { role } });
  const menu = mayTeach ? (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" size="compact-md" loading={make.isPending}>
          {t("newCode")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {rolesWithCode.map((role) => (
          <Menu.Item key={role} onClick={() => makeFor(role)}>
            {t("codeFor", { role: t(`roles.${role}`) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  ) : null;
  return (
    <Card title={t("joinCode")} acts={menu}>
      {make.error === null ? null : <Problem error={make.error} />}
      <Loaded of={codes} rows={1}>
        {(list) => {
          const open = list.filter(({ isOpen }) => isOpen);
          if (open.length > 0)
            return open.map((code) => (
              <CodeLine key={code.code} of={of} code={code} mayTeach={mayTeach} />
            ));
          return (
            <Empty title={t("noCode.title")} text={t("noCode.text")}>
              {mayTeach ? (
                <Button loading={make.isPending} onClick={() => makeFor("student")}>
                  {t("makeCode")}
                </Button>
              ) : null}
            </Empty>
          );
        }}
      </Loaded>
    </Card>
  );
}

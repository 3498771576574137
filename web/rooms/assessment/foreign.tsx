import "./assessment.css";
import "./overlays.css";
import { Button, TextInput } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { saveText } from "../../parts/download.ts";
import { hasWords } from "../../parts/has-words.ts";
import { Card, Loaded, PageHead, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { ForeignMapForm } from "./foreign-map-form.tsx";
import { OddList } from "./foreign-odd.tsx";
import type { Foreign } from "./foreign-types.ts";
import type { Framework } from "./framework-map.ts";

type Item = Foreign["tree"][number];
type Mapping = Foreign["mappings"][number];
type Part = { of: Foreign; framework: Framework };

function Mapped({ of, framework, one }: Part & { one: Mapping }) {
  const { t } = useTranslation("foreign");
  const format = useFormat();
  const found = framework.competencies.find(({ id }) => id === one.competency);
  const act = useAct("PUT /assessment/foreign-frameworks/:framework/mappings", [
    "GET /assessment/foreign-frameworks/:framework",
    "GET /assessment/foreign-frameworks",
  ]);
  const name = `${one.competency} ${found === undefined ? "" : format.name(found.name)}`;
  const remove = () =>
    act.mutate({ where: { framework: of.id }, body: { ...one, relation: null } });
  return (
    <p className="soft">
      → <Link to={`/framework/${one.competency}`}>{name}</Link> · {t(`relations.${one.relation}`)}
      {one.note === "" ? null : ` · ${one.note}`}{" "}
      {of.mayChange ? (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={act.isPending}
          aria-label={t("map.remove", { name })}
          onClick={remove}
        >
          ×
        </Button>
      ) : null}
      {act.error === null ? null : <Problem error={act.error} />}
    </p>
  );
}

/** So many levels are set in; deeper ones would leave a phone no room for words. */
const indentMax = 4;

function ItemRow({
  of,
  framework,
  one,
  isOpen,
  onOpen,
}: Part & { one: Item; isOpen: boolean; onOpen: (id: string | null) => void }) {
  const { t } = useTranslation("foreign");
  const own = of.mappings.filter(({ item }) => item === one.id);
  return (
    <li style={{ paddingLeft: `${Math.min(one.depth, indentMax) * 14}px` }}>
      <div className="foreign-item">
        <span lang={of.language ?? undefined}>
          {one.code === null ? null : <span className="mono">{one.code} </span>}
          {one.statement}
          {one.type === null ? null : <span className="dim"> {one.type}</span>}
        </span>
        {of.mayChange && !isOpen ? (
          <Button variant="subtle" size="compact-sm" onClick={() => onOpen(one.id)}>
            {t("map.open")}
          </Button>
        ) : null}
      </div>
      {own.map((mapping) => (
        <Mapped key={mapping.competency} {...{ of, framework }} one={mapping} />
      ))}
      {isOpen ? (
        <ForeignMapForm {...{ of, framework }} item={one.id} onClose={() => onOpen(null)} />
      ) : null}
    </li>
  );
}

/** Rows that are drawn at once; words find the others. */
const rowsMax = 300;

function Items({ of, framework }: Part) {
  const { t } = useTranslation("foreign");
  const [words, setWords] = useState("");
  const [open, setOpen] = useState<string | null>(null);
  const found = of.tree.filter((one) =>
    hasWords([one.code ?? "", one.statement, one.type ?? ""].join("\n"), words),
  );
  return (
    <Card title={t("items", { count: of.items })} note={t("mapped", { count: of.mapped })}>
      <TextInput
        aria-label={t("find")}
        placeholder={t("find")}
        value={words}
        maxLength={100}
        className="framework-find"
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {found.length === 0 ? <p className="soft">{t("nothing")}</p> : null}
      <ul className="plain-list framework-mappings foreign-tree">
        {found.slice(0, rowsMax).map((one) => (
          <ItemRow
            key={one.id}
            {...{ of, framework, one }}
            isOpen={open === one.id}
            onOpen={setOpen}
          />
        ))}
      </ul>
      {found.length > rowsMax ? <p className="hint">{t("more", { max: rowsMax })}</p> : null}
    </Card>
  );
}

function About({ of }: { of: Foreign }) {
  const { t } = useTranslation("foreign");
  const navigate = useNavigate();
  const [isLeaving, setLeaving] = useState(false);
  const links = useAnswer(
    "GET /assessment/foreign-frameworks/:framework/mappings",
    { where: { framework: of.id } },
    { enabled: of.isOpen && of.mapped > 0 },
  );
  const act = useAct("DELETE /assessment/foreign-frameworks/:framework", [
    "GET /assessment/foreign-frameworks",
  ]);
  const drop = () =>
    act.mutate(
      { where: { framework: of.id } },
      { onSuccess: () => void navigate({ to: "/framework/foreign" }) },
    );
  return (
    <Card title={t("about")}>
      <div className="form">
        <p className="soft">
          {[of.creator, of.version === null ? "" : t("version", { version: of.version })]
            .filter((word) => word !== "")
            .join(" · ")}
        </p>
        <p className="soft">{of.license ?? t("noLicense")}</p>
        <OddList odd={of.odd} />
        <p className="soft">{of.isOpen ? t("links.open") : t("links.closed")}</p>
        <div className="row row-wrap">
          {links.data === undefined ? null : (
            <Button
              variant="default"
              onClick={() => saveText("mapping.json", links.data.text, "application/json")}
            >
              {t("links.save")}
            </Button>
          )}
          {of.mayChange ? (
            <Button
              variant={isLeaving ? "filled" : "subtle"}
              {...(isLeaving ? { color: "red" } : {})}
              loading={act.isPending}
              onClick={isLeaving ? drop : () => setLeaving(true)}
            >
              {isLeaving ? t("drop.do") : t("drop.ask")}
            </Button>
          ) : null}
        </div>
        {isLeaving ? <p className="hint">{t("drop.text")}</p> : null}
        {act.error === null ? null : <Problem error={act.error} />}
      </div>
    </Card>
  );
}

/** One framework of others: its items as a tree, and how they lie to ours. */
export default function ForeignRoom() {
  const { t } = useTranslation("foreign");
  const framework = useAnswer("GET /framework", {});
  const foreign = useAnswer("GET /assessment/foreign-frameworks/:framework", {
    where: { framework: usePlace("foreign") },
  });
  return (
    <>
      <p className="framework-back">
        <Link to="/framework/foreign">{t("back")}</Link>
      </p>
      <PageHead title={foreign.data?.title ?? t("heading")} text={t("readOnly")} />
      <Loaded of={framework}>
        {(all) => (
          <Loaded of={foreign}>
            {(of) => (
              <div className="grid-2-1 framework-page">
                <Items of={of} framework={all} />
                <div className="grid">
                  <About of={of} />
                </div>
              </div>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

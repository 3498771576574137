import "./exams.css";
import { Button, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct, useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { fileName, saveText } from "../../parts/download.ts";
import { Notice } from "../../parts/notice.tsx";
import { Card, Empty, Loaded, PageHead, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { BankFile } from "./bank-file.tsx";
import { BankQuestions } from "./bank-questions.tsx";
import { QuestionDrawer } from "./question-drawer.tsx";

type Bank = Answer<"GET /assessment/banks/:bank">;

const formats = ["gift", "moodle-xml"] as const;
const endingOf = { gift: "gift.txt", "moodle-xml": "xml" } as const;

/** The bank as a file; what the format cannot say is told. */
function Export({ of }: { of: Bank }) {
  const { t } = useTranslation("banks");
  const format = useFormat();
  const [losses, setLosses] = useState<number | null>(null);
  const act = useAct("GET /assessment/banks/:bank/file");
  const save = (as: (typeof formats)[number]) =>
    act.mutate(
      { where: { bank: of.id }, asks: { format: as } },
      {
        onSuccess: (file) => {
          saveText(`${fileName(format.name(of.name))}.${endingOf[as]}`, file.text, "text/plain");
          setLosses(file.losses.length);
        },
      },
    );
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" loading={act.isPending}>
            {t("export")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {formats.map((as) => (
            <Menu.Item key={as} onClick={() => save(as)}>
              {t(`formats.${as}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {act.error === null ? null : <Problem error={act.error} />}
      {losses === null ? null : (
        <Notice onClose={() => setLosses(null)}>
          {losses === 0 ? t("exported") : t("exportedWith", { count: losses })}
        </Notice>
      )}
    </>
  );
}

function OneBank({ of }: { of: Bank }) {
  const { t } = useTranslation("banks");
  const format = useFormat();
  const [isReading, setReading] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const isOwn = of.school !== null;
  return (
    <>
      <PageHead
        title={format.name(of.name)}
        text={isOwn ? t("questions", { count: of.questions }) : t("fixedText")}
      >
        <Button component={Link} to="/banks" variant="default">
          {t("all")}
        </Button>
        {of.questions === 0 ? null : <Export of={of} />}
        {isOwn ? (
          <>
            <Button variant="default" onClick={() => setReading(!isReading)}>
              {t("import")}
            </Button>
            <Button onClick={() => setOpen("new")}>{t("add")}</Button>
          </>
        ) : null}
      </PageHead>
      <div className="grid">
        {isReading ? <BankFile of={of.id} onDone={() => setReading(false)} /> : null}
        {of.list.length === 0 ? (
          isReading ? null : (
            <Card label={format.name(of.name)}>
              <Empty title={t("empty.title")} text={t("empty.text")}>
                <div className="row">
                  <Button onClick={() => setReading(true)}>{t("import")}</Button>
                  <Button variant="default" onClick={() => setOpen("new")}>
                    {t("add")}
                  </Button>
                </div>
              </Empty>
            </Card>
          )
        ) : (
          <BankQuestions of={of} onOpen={setOpen} />
        )}
      </div>
      {open === null ? null : (
        <QuestionDrawer
          key={open}
          bank={of.id}
          question={open === "new" ? null : open}
          mayWrite={isOwn}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

/** One bank: its questions, files in and out, and what each question shows. */
export default function BankRoom() {
  const { t } = useTranslation("banks");
  const bank = usePlace("bank");
  const view = useAnswer("GET /assessment/banks/:bank", { where: { bank } });
  const isLost = view.data === undefined && view.error !== null;
  return (
    <>
      {isLost ? <PageHead title={t("title")} /> : null}
      <Loaded of={view}>{(of) => <OneBank of={of} />}</Loaded>
    </>
  );
}

import { Button, Modal, Radio, Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { appealTextMax } from "@echelon/contract/assessment/appeal-limits.ts";
import { useAct } from "../../api/query.ts";
import { Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { appealAnswers, type Ground, grounds } from "./appeal-types.ts";

/** A form over the page in which somebody says something that is kept with an appeal. */
export function TextModal({
  title,
  label,
  says,
  needed,
  send,
  error,
  isSending,
  children,
  isReady = true,
  onSend,
  onClose,
}: {
  title: string;
  label: string;
  says?: string;
  needed: string;
  send: string;
  error: Error | null;
  isSending: boolean;
  children?: ReactNode;
  isReady?: boolean;
  onSend: (text: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("appeals");
  const [text, setText] = useState("");
  const said = text.trim();
  return (
    <Modal opened onClose={onClose} title={title}>
      <div className="form">
        {children}
        <Textarea
          label={label}
          description={t("form.limit", { max: appealTextMax, count: text.length })}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={appealTextMax}
          autosize
          minRows={4}
          maxRows={14}
          required
        />
        {says === undefined ? null : <p className="soft">{says}</p>}
        {error === null ? null : <Problem error={error} />}
        <ReasonButton
          reason={isReady && said !== "" ? null : needed}
          loading={isSending}
          onClick={() => onSend(said)}
        >
          {send}
        </ReasonButton>
      </div>
    </Modal>
  );
}

/** Somebody appeals against a decision about themselves. */
export function MakeAppeal({ decision }: { decision: string }) {
  const { t } = useTranslation("appeals");
  const [isOpen, setOpen] = useState(false);
  const [ground, setGround] = useState<Ground | null>(null);
  const act = useAct("POST /assessment/decisions/:decision/appeal", appealAnswers);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("mine.make")}</Button>
      {isOpen ? (
        <TextModal
          title={t("form.title")}
          label={t("form.text")}
          says={t("form.says")}
          needed={t("form.needed")}
          send={t("form.send")}
          error={act.error}
          isSending={act.isPending}
          isReady={ground !== null}
          onClose={close}
          onSend={(text) =>
            ground !== null &&
            act.mutate({ where: { decision }, body: { ground, text } }, { onSuccess: close })
          }
        >
          <Radio.Group
            label={t("form.ground")}
            value={ground}
            onChange={(chosen) => setGround(grounds.find((one) => one === chosen) ?? null)}
          >
            <div className="form choice-list">
              {grounds.map((one) => (
                <Radio key={one} value={one} label={t(`grounds.${one}`)} />
              ))}
            </div>
          </Radio.Group>
        </TextModal>
      ) : null}
    </>
  );
}

/** Somebody does not accept the answer, and takes it to a panel. */
export function GoOn({ appeal }: { appeal: string }) {
  const { t } = useTranslation("appeals");
  const [isOpen, setOpen] = useState(false);
  const act = useAct("POST /assessment/appeals/:appeal/second-step", appealAnswers);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("goOn.open")}</Button>
      {isOpen ? (
        <TextModal
          title={t("goOn.title")}
          label={t("goOn.text")}
          says={t("goOn.says")}
          needed={t("goOn.needed")}
          send={t("goOn.send")}
          error={act.error}
          isSending={act.isPending}
          onClose={close}
          onSend={(text) => act.mutate({ where: { appeal }, body: { text } }, { onSuccess: close })}
        />
      ) : null}
    </>
  );
}

/** Who appealed lets it be, and is asked once more. */
export function Withdraw({ appeal }: { appeal: string }) {
  const { t } = useTranslation("appeals");
  const [isOpen, setOpen] = useState(false);
  const act = useAct("POST /assessment/appeals/:appeal/withdraw", appealAnswers);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t("withdraw.open")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("withdraw.title")}>
        <div className="form">
          <p>{t("withdraw.text")}</p>
          {act.error === null ? null : <Problem error={act.error} />}
          <Button
            loading={act.isPending}
            onClick={() => act.mutate({ where: { appeal } }, { onSuccess: close })}
          >
            {t("withdraw.do")}
          </Button>
        </div>
      </Modal>
    </>
  );
}

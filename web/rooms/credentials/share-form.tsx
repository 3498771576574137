import { Button, Checkbox, Modal, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Held } from "./credential-types.ts";

const dayChoices = [1, 7, 30, 90, 365] as const;
const usualDays = 30;

function Choice({
  held,
  chosen,
  onChoose,
}: {
  held: readonly Held[];
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
}) {
  const { t } = useTranslation("credentials");
  const format = useFormat();
  const labelOf = ({ name, state }: Held) =>
    state === "valid" ? format.name(name) : `${format.name(name)} (${t(`states.${state}`)})`;
  return (
    <Checkbox.Group
      label={t("shares.choose")}
      value={[...chosen]}
      onChange={onChoose}
      error={chosen.length === 0 ? t("shares.chooseOne") : null}
    >
      <div className="form choice-list">
        {held.map((one) => (
          <Checkbox key={one.id} value={one.id} label={labelOf(one)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** A holder chooses what a link shows; nothing is shown that they did not choose. */
export function ShareForm({ held }: { held: readonly Held[] }) {
  const { t } = useTranslation("credentials");
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [showsName, setShowsName] = useState(true);
  const [showsFiles, setShowsFiles] = useState(false);
  const [days, setDays] = useState<number>(usualDays);
  const act = useAct("POST /me/shares", ["GET /me/credentials"]);
  const begin = () => {
    setChosen(held.filter(({ state }) => state === "valid").map(({ id }) => id));
    setOpen(true);
  };
  const close = () => setOpen(false);
  const make = () =>
    act.mutate(
      { body: { credentials: [...chosen], showsName, showsFiles, days } },
      { onSuccess: close },
    );
  return (
    <>
      <Button onClick={begin}>{t("shares.make")}</Button>
      <Modal opened={isOpen} onClose={close} title={t("shares.make")}>
        <div className="form">
          <Choice held={held} chosen={chosen} onChoose={setChosen} />
          <Checkbox
            label={t("shares.showsName")}
            checked={showsName}
            onChange={(event) => setShowsName(event.currentTarget.checked)}
          />
          <Checkbox
            label={t("shares.showsFiles")}
            description={t("shares.filesText")}
            checked={showsFiles}
            onChange={(event) => setShowsFiles(event.currentTarget.checked)}
          />
          <Select
            label={t("shares.days")}
            data={dayChoices.map((count) => ({
              value: String(count),
              label: t("shares.dayCount", { count }),
            }))}
            value={String(days)}
            allowDeselect={false}
            onChange={(value) => setDays(Number(value ?? usualDays))}
          />
          {act.error === null ? null : <Problem error={act.error} />}
          <div className="row row-wrap">
            <Button loading={act.isPending} disabled={chosen.length === 0} onClick={make}>
              {t("shares.make")}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}

import { foreignLimits } from "@echelon/contract/assessment/foreign-limits.ts";
import { Button, Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct } from "../../api/query.ts";
import { FileDrop } from "../../parts/file-drop.tsx";
import { Card, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { useFormat } from "../../text/format.ts";
import { OddList } from "./foreign-odd.tsx";

type All = Answer<"GET /assessment/foreign-frameworks">;
type Reading = Answer<"POST /assessment/foreign-frameworks">;

/** What a file is, before it is kept. */
function Found({ reading }: { reading: Reading }) {
  const { t } = useTranslation("foreign");
  const { title, creator, version, language, license, items, associations, rubrics } = reading;
  const facts = [
    creator === "" ? null : creator,
    version === null ? null : t("version", { version }),
    language,
    license ?? t("noLicense"),
    t("counts", { items, associations, rubrics }),
  ].filter((one) => one !== null);
  return (
    <div role="status">
      <h3>{title}</h3>
      <p className="soft">{facts.join(" · ")}</p>
      {reading.isKnown ? <p className="hint">{t("known")}</p> : null}
      <OddList odd={reading.odd} />
    </div>
  );
}

/** A file or pasted text is looked at first, and then kept. */
export function ForeignTake({
  mayTakeFor,
  onTaken,
}: Pick<All, "mayTakeFor"> & { onTaken: () => void }) {
  const { t } = useTranslation("foreign");
  const format = useFormat();
  const [organisation, setOrganisation] = useState(mayTakeFor[0]!.id);
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState("");
  const act = useAct("POST /assessment/foreign-frameworks", ["GET /assessment/foreign-frameworks"]);
  const send = (of: File, does: "look" | "take") => {
    setFile(of);
    act.mutate(
      { body: { organisation, does }, file: of },
      does === "take" ? { onSuccess: onTaken } : {},
    );
  };
  const paste = () => send(new File([text], "pasted.json", { type: "application/json" }), "look");
  return (
    <Card title={t("take.title")}>
      <div className="form">
        {mayTakeFor.length === 1 ? null : (
          <Select
            label={t("take.for")}
            data={mayTakeFor.map(({ id, name }) => ({ value: id, label: format.name(name) }))}
            value={organisation}
            allowDeselect={false}
            onChange={(id) => setOrganisation(id ?? organisation)}
          />
        )}
        <FileDrop
          label={t("take.drop")}
          hint={t("take.hint", { size: foreignLimits.bytesMax / 2 ** 20 })}
          accept=".json,application/json"
          isBusy={act.isPending}
          onFile={(of) => send(of, "look")}
        />
        <Textarea
          label={t("take.paste")}
          value={text}
          minRows={3}
          maxRows={8}
          autosize
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div>
          <ReasonButton
            variant="default"
            reason={text.trim() === "" ? t("take.nothing") : null}
            loading={act.isPending}
            onClick={paste}
          >
            {t("take.look")}
          </ReasonButton>
        </div>
        {act.error === null ? null : <Problem error={act.error} />}
        {act.data === undefined ? null : <Found reading={act.data} />}
        {act.data === undefined || act.data.id !== null || file === null ? null : (
          <div>
            <Button loading={act.isPending} onClick={() => send(file, "take")}>
              {t("take.keep")}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

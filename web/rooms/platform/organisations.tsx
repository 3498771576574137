import { Button, Drawer, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct, usePages } from "../../api/query.ts";
import { useMe } from "../../api/session.ts";
import { useFaultText } from "../../parts/faults.ts";
import { MoreRows } from "../../parts/more-rows.tsx";
import { Card, Empty, Loaded, PageHead, Problem } from "../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";

const kinds = ["school", "enterprise", "association", "government"] as const;
type Kind = (typeof kinds)[number];
const typingMillis = 250;

function MakeForm({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation("identity");
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>("school");
  const [typed, setTyped] = useState({ zh: "", en: "", slug: "" });
  const make = useAct("POST /organisations", ["GET /organisations"]);
  const fault = useFaultText(make.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { zh, en, slug } = typed;
    make.mutate(
      { body: { kind, name: { zh, en }, slug: slug.trim().toLowerCase() } },
      { onSuccess: ({ id }) => navigate({ to: `/organisations/${id}` }) },
    );
  };
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [name]: value }));
    },
    required: true,
  });
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" title={t("organisation.make")}>
      <form className="form" onSubmit={submit}>
        <Select
          label={t("organisation.kind")}
          data={kinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
          value={kind}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
          allowDeselect={false}
        />
        <TextInput label={t("install.zh")} error={fault("name.zh")} {...field("zh")} />
        <TextInput label={t("install.en")} error={fault("name.en")} {...field("en")} />
        <TextInput
          label={t("organisation.slug")}
          description={t("organisation.slugHint")}
          error={fault("slug")}
          autoCapitalize="none"
          {...field("slug")}
        />
        {make.error === null ? null : <Problem error={make.error} />}
        <Button type="submit" loading={make.isPending}>
          {t("organisation.make")}
        </Button>
      </form>
    </Drawer>
  );
}

function useOrganisations() {
  const [typed, setTyped] = useState("");
  const [kind, setKind] = useState<Kind | "">("");
  const [words] = useDebouncedValue(typed.trim(), typingMillis);
  const list = usePages("GET /organisations", {
    asks: { ...(words === "" ? {} : { q: words }), ...(kind === "" ? {} : { kind }), limit: "100" },
  });
  return { list, typed, setTyped, kind, setKind };
}

type Organisation = Answer<"GET /organisations">["items"][number];

function useColumns(): TableColumn<Organisation>[] {
  const { t } = useTranslation("identity");
  const format = useFormat();
  return [
    {
      key: "name",
      head: t("organisation.name"),
      isText: true,
      value: (one) => format.name(one.name),
      cell: (one) => (
        <>
          <Link to={`/organisations/${one.id}`}>{format.name(one.name)}</Link>{" "}
          {one.isClosed ? (
            <span className="badge badge-warn">{t("organisation.closed")}</span>
          ) : null}
        </>
      ),
    },
    {
      key: "kind",
      head: t("organisation.kind"),
      isText: true,
      value: (one) => one.kind,
      cell: (one) => t(`kinds.${one.kind}`),
    },
    {
      key: "slug",
      head: t("organisation.slug"),
      isText: true,
      value: (one) => one.slug,
      cell: (one) => <span className="mono">{one.slug}</span>,
    },
    {
      key: "people",
      head: t("organisation.people"),
      value: (one) => one.people,
      cell: (one) => format.number(one.people),
    },
  ];
}

/** The organisations: the operator sees all, everybody else their own. */
export default function Organisations() {
  const { t } = useTranslation("identity");
  const columns = useColumns();
  const [isOpen, setOpen] = useState(false);
  const isOperator = useMe().memberships.some(({ role }) => role === "operator");
  const { list, typed, setTyped, kind, setKind } = useOrganisations();
  const isFirst =
    isOperator && typed === "" && kind === "" && list.data?.every((one) => one.kind === "operator");
  return (
    <>
      <PageHead
        title={t("organisation.title")}
        {...(isFirst === true ? { text: t("organisation.first") } : {})}
      >
        {isOperator ? (
          <Button onClick={() => setOpen(true)}>{t("organisation.make")}</Button>
        ) : null}
      </PageHead>
      <Card flush>
        <div className="row row-wrap table-tools filters">
          <TextInput
            aria-label={t("organisation.find")}
            placeholder={t("organisation.find")}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Select
            aria-label={t("organisation.kind")}
            data={[
              { value: "", label: t("organisation.allKinds") },
              ...kinds.map((one) => ({ value: one, label: t(`kinds.${one}`) })),
            ]}
            value={kind}
            onChange={(value) => setKind(kinds.find((one) => one === value) ?? "")}
            allowDeselect={false}
          />
        </div>
        <Loaded of={list}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t("organisation.none.title")} text={t("organisation.none.text")} />
            ) : (
              <DataTable
                rows={rows}
                rowKey={(one) => one.id}
                caption={t("organisation.title")}
                rowsShown={1_000}
                columns={columns}
                card={{ head: "name", mark: "kind", facts: ["slug", "people"] }}
              />
            )
          }
        </Loaded>
        <MoreRows of={list} />
      </Card>
      <MakeForm isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

import { ActionIcon, Menu, SegmentedControl, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../api/query.ts";
import { fileName } from "../../parts/download.ts";
import { Icon } from "../../parts/icons.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Card, Empty, Loaded, Problem } from "../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { hasWords } from "../../parts/has-words.ts";
import { useFormat } from "../../text/format.ts";
import type { ClassView, Member } from "./class-data.ts";
import { EditMember } from "./edit-member.tsx";
import { ResetPassword } from "./reset-password.tsx";

const refreshed = ["GET /classes/:class/members", "GET /classes/:class"] as const;

/** Whether a member is meant by what was typed: part of a name, a number or a username. */
const matches = (member: Member, words: string) =>
  hasWords([member.name, member.number, member.username].join(" "), words);

function useMemberColumns(acts: (member: Member) => ReactNode): TableColumn<Member>[] {
  const { t } = useTranslation("teaching");
  const format = useFormat();
  return [
    {
      key: "name",
      head: t("name"),
      isText: true,
      value: (one) => one.name,
      cell: (one) => one.name,
    },
    {
      key: "number",
      head: t("number"),
      isText: true,
      value: (one) => one.number ?? "",
      cell: (one) => one.number ?? <span className="dim">{t("none")}</span>,
    },
    {
      key: "username",
      head: t("username"),
      isText: true,
      value: (one) => one.username ?? "",
      cell: (one) => <span className="mono">{one.username}</span>,
    },
    {
      key: "role",
      head: t("role"),
      isText: true,
      value: (one) => one.role,
      cell: (one) => t(`roles.${one.role}`),
    },
    {
      key: "joined",
      head: t("joined"),
      value: (one) => one.joinedAt,
      cell: (one) => `${format.dateTime(one.joinedAt)} · ${t(`how.${one.how}`)}`,
    },
    {
      key: "seen",
      head: t("lastSeen"),
      value: (one) => one.lastSeenAt ?? "",
      cell: (one) => (one.lastSeenAt === null ? t("never") : format.dateTime(one.lastSeenAt)),
    },
    { key: "acts", head: <span className="visually-hidden">{t("acts")}</span>, cell: acts },
  ];
}

function MemberMenu(props: {
  member: Member;
  onEdit: () => void;
  onReset: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation("teaching");
  const { member } = props;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="var(--ink-2)"
          size="lg"
          aria-label={t("actsOf", { name: member.name })}
        >
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={props.onEdit}>{t("editMember")}</Menu.Item>
        {member.role === "student" ? (
          <Menu.Item onClick={props.onReset}>{t("resetPassword")}</Menu.Item>
        ) : null}
        <Menu.Item onClick={props.onRemove}>{t("removeMember")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Taking somebody out of the class can be taken back as long as the notice stands. */
function useRemove(of: string) {
  const [removed, setRemoved] = useState<Member | null>(null);
  const remove = useAct("DELETE /classes/:class/members/:person", refreshed);
  const add = useAct("POST /classes/:class/members", refreshed);
  const take = (member: Member) =>
    remove.mutate(
      { where: { class: of, person: member.person } },
      { onSuccess: () => setRemoved(member) },
    );
  const bringBack = () => {
    if (removed === null || removed.username === null) return;
    const body = { username: removed.username, role: removed.role };
    add.mutate({ where: { class: of }, body }, { onSuccess: () => setRemoved(null) });
  };
  return {
    removed,
    take,
    bringBack,
    forget: () => setRemoved(null),
    error: remove.error ?? add.error,
  };
}

const shownRoles = ["all", "student", "teacher", "assistant", "mentor"] as const;

function Tools({
  words,
  onWords,
  role,
  onRole,
}: {
  words: string;
  onWords: (words: string) => void;
  role: string;
  onRole: (role: string) => void;
}) {
  const { t } = useTranslation("teaching");
  return (
    <div className="row row-wrap table-tools">
      <TextInput
        aria-label={t("findMember")}
        placeholder={t("findMember")}
        value={words}
        onChange={(event) => onWords(event.currentTarget.value)}
      />
      <SegmentedControl
        className="member-roles"
        aria-label={t("role")}
        value={role}
        onChange={onRole}
        data={shownRoles.map((one) => ({
          value: one,
          label: one === "all" ? t("all") : t(`roles.${one}`),
        }))}
      />
    </div>
  );
}

/** Everybody in the class; the teacher's deeds for one person are in the last column. */
export function Members({ of }: { of: ClassView }) {
  const { t } = useTranslation("teaching");
  const members = useAnswer("GET /classes/:class/members", { where: { class: of.id } });
  const [words, setWords] = useState("");
  const [role, setRole] = useState<string>("all");
  const [edited, setEdited] = useState<Member | null>(null);
  const removal = useRemove(of.id);
  const [asked, setAsked] = useState<Member | null>(null);
  const columns = useMemberColumns((member) =>
    of.mayTeach ? (
      <MemberMenu
        member={member}
        onEdit={() => setEdited(member)}
        onReset={() => setAsked(member)}
        onRemove={() => removal.take(member)}
      />
    ) : null,
  );
  const { error } = removal;
  return (
    <Card title={t("members")} note={t("students", { count: of.students })} flush>
      <Tools words={words} onWords={setWords} role={role} onRole={setRole} />
      {error === null ? null : <Problem error={error} />}
      <ResetPassword
        key={`reset-${asked?.person ?? ""}`}
        of={of.id}
        member={asked}
        fileName={fileName(of.name)}
        onClose={() => setAsked(null)}
      />
      <Loaded of={members}>
        {(list) => {
          const shown = list.filter(
            (one) => matches(one, words) && (role === "all" || one.role === role),
          );
          if (shown.length === 0)
            return <Empty title={t("noMember.title")} text={t("noMember.text")} />;
          return (
            <DataTable
              rows={shown}
              columns={columns}
              rowKey={(one) => one.person}
              caption={t("members")}
              exportAs={fileName(of.name, t("members"))}
            />
          );
        }}
      </Loaded>
      <EditMember
        key={`edit-${edited?.person ?? ""}`}
        of={of.id}
        member={edited}
        onClose={() => setEdited(null)}
      />
      {removal.removed === null ? null : (
        <Notice
          onClose={removal.forget}
          {...(removal.removed.username === null ? {} : { onUndo: removal.bringBack })}
        >
          {t("removed", { name: removal.removed.name })}
        </Notice>
      )}
    </Card>
  );
}

import "./store.css";
import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";

/** Views of one room side by side; only the chosen one is made. */
export function RoomTabs<Name extends string>({
  label,
  names,
  chosen,
  choose,
  titleOf,
  children,
}: {
  label: string;
  names: readonly Name[];
  chosen: Name;
  choose: (name: Name) => void;
  titleOf: (name: Name) => string;
  children: ReactNode;
}) {
  return (
    <Tabs value={chosen} onChange={(value) => choose(value as Name)} keepMounted={false}>
      <Tabs.List aria-label={label} mb={16} className="room-tabs">
        {names.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {titleOf(name)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={chosen}>{children}</Tabs.Panel>
    </Tabs>
  );
}

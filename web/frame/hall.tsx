import { Outlet, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../api/session.ts";
import type { RailLink } from "../parts/frame.tsx";
import type { IconName } from "../parts/icons.tsx";
import { ChairFrame, lastChairKey } from "./chair-frame.tsx";
import { type Chair, chairsOf, firstChair } from "./chairs.ts";

type Place = { to: string; name: string; icon: IconName };

const catalogPlace: Place = { to: "/catalog", name: "catalog", icon: "catalog" };
/** Courses of one's classes, and those that anybody reads alone. */
const learnPlace: Place = { to: "/learn", name: "learn", icon: "catalog" };
/** Work of students that one marks. */
const reviewPlace: Place = { to: "/review", name: "review", icon: "orders" };
/** What the region needs. */
const demandPlace: Place = { to: "/demand", name: "demand", icon: "people" };
/** Rounds in which people and places find each other. */
const placementPlace: Place = { to: "/placement", name: "placement", icon: "placement" };
/** For the head of a school: what its classes learned, side by side. */
const learningPlace: Place = { to: "/learning", name: "learning", icon: "insight" };
/** What a person can do is everybody's to read. */
const frameworkPlace: Place = { to: "/framework", name: "framework", icon: "competencies" };

/** The rooms of a chair that lie outside of any season. */
const placesOf: Readonly<Record<Chair, readonly Place[]>> = {
  student: [
    { to: "/seasons", name: "seasons", icon: "season" },
    learnPlace,
    { to: "/assignments", name: "assignments", icon: "debrief" },
    { to: "/grades", name: "grades", icon: "insight" },
    { to: "/my-exams", name: "exams", icon: "orders" },
    { to: "/competencies", name: "competencies", icon: "mastery" },
    placementPlace,
  ],
  teacher: [
    { to: "/classes", name: "classes", icon: "classes" },
    reviewPlace,
    placementPlace,
    { to: "/organisations", name: "organisations", icon: "organisations" },
  ],
  mentor: [
    reviewPlace,
    placementPlace,
    learnPlace,
    catalogPlace,
    { to: "/organisations", name: "organisations", icon: "organisations" },
  ],
  office: [
    demandPlace,
    placementPlace,
    { to: "/organisations", name: "organisations", icon: "organisations" },
    { to: "/appeals", name: "appeals", icon: "orders" },
  ],
  operator: [
    { to: "/status", name: "status", icon: "status" },
    { to: "/organisations", name: "organisations", icon: "organisations" },
  ],
};

export function useLinks(places: readonly Place[]): RailLink[] {
  const { t, i18n } = useTranslation("frame");
  return places.map(({ to, name, icon }) => ({
    to,
    icon,
    name: t(`links.${name}`),
    ...(i18n.exists(`short.${name}`, { ns: "frame" }) ? { short: t(`short.${name}`) } : {}),
  }));
}

function Hall({ chair, children }: { chair: Chair | null; children?: ReactNode }) {
  const { t } = useTranslation("frame");
  const { memberships } = useMe();
  const supplies = memberships.some(({ organisation }) => organisation.kind === "enterprise");
  const heads = memberships.some(({ role }) => role === "head");
  const places = chair === null ? [] : placesOf[chair];
  const isOffice = chair === "office";
  const links = useLinks([
    ...(isOffice && supplies ? [catalogPlace] : []),
    ...places,
    ...(isOffice && heads ? [learningPlace] : []),
    frameworkPlace,
  ]);
  const bar = <span className="place">{chair === null ? null : t(`chairs.${chair}`)}</span>;
  return (
    <ChairFrame chair={chair} links={links} bar={bar}>
      {children ?? <Outlet />}
    </ChairFrame>
  );
}

/** One's own seasons; who is no student keeps the frame of the own chair, which has a way back. */
export function StudentHall() {
  const mine = chairsOf(useMe());
  return <Hall chair={mine.includes("student") ? "student" : (mine[0] ?? "student")} />;
}

export const TeacherHall = () => <Hall chair="teacher" />;
export const MentorHall = () => <Hall chair="mentor" />;

/** Rooms that several chairs have: the frame stays that of the chair one came from. */
export function OwnHall() {
  // Changing chairs may lead to the very address one is at.
  useLocation();
  return <Hall chair={firstChair(useMe(), localStorage.getItem(lastChairKey))} />;
}

/** The same around something that is not a room: a season on its way, or one that is not there. */
export function WaitingHall({ children }: { children: ReactNode }) {
  const { t } = useTranslation("frame");
  return (
    <Hall chair={firstChair(useMe(), localStorage.getItem(lastChairKey))}>
      <h1 className="visually-hidden">{t("links.season")}</h1>
      {children}
    </Hall>
  );
}

import type { Locale } from "@echelon/contract/platform/shapes.ts";
import type { ClassMember, ClassRole } from "@echelon/contract/teaching/shapes.ts";

export interface ClassTable {
  id: string;
  organisation_id: string;
  name: string;
  term: string;
  locale: Locale;
  made_by: string;
  made_at: Date;
  archived_at: Date | null;
}

export interface MemberTable {
  class_id: string;
  person_id: string;
  role: ClassRole;
  how: ClassMember["how"];
  joined_at: Date;
  left_at: Date | null;
}

export interface JoinCodeTable {
  code: string;
  class_id: string;
  role: ClassRole;
  uses_max: number;
  used: number;
  made_at: Date;
  expires_at: Date;
  ended_at: Date | null;
}

export interface RosterImportTable {
  organisation_id: string;
  id: string;
  class_id: string;
  by_id: string;
  file_name: string;
  made_at: Date;
  reading: unknown;
  committed_at: Date | null;
}

export interface ClassCourseTable {
  class_id: string;
  course: string;
  taken_by: string;
  taken_at: Date;
  left_at: Date | null;
}

export interface ClassLessonTable {
  class_id: string;
  course: string;
  lesson: string;
  place: number;
  is_hidden: boolean;
  week: number | null;
  due_on: string | null;
}

export interface LessonVersionTable {
  class_id: string;
  course: string;
  lesson: string;
  number: number;
  name_zh: string | null;
  name_en: string | null;
  text_zh: string | null;
  text_en: string | null;
  made_by: string;
  made_at: Date;
}

export interface LessonReadTable {
  person_id: string;
  course: string;
  lesson: string;
  read_at: Date;
}

export interface TeachingTables {
  "teaching.class": ClassTable;
  "teaching.member": MemberTable;
  "teaching.join_code": JoinCodeTable;
  "teaching.roster_import": RosterImportTable;
  "teaching.class_course": ClassCourseTable;
  "teaching.class_lesson": ClassLessonTable;
  "teaching.lesson_version": LessonVersionTable;
  "teaching.lesson_read": LessonReadTable;
}

/** What the refusals of teaching say: what happened and what to do. One sentence a code. */
export default {
  "teaching/no-such-school": "There is no such school, or you do not teach there.",
  "teaching/no-such-class": "There is no such class, or you are not part of it.",
  "teaching/class-name-taken":
    "There is a class named “{{name}}” in this term already. Choose another name.",
  "teaching/class-archived": "This class is archived. Open it again in its settings first.",
  "teaching/class-full": "The class is full ({{membersMax}} people). Make another class.",
  "teaching/no-such-member": "This person is not in the class.",
  "teaching/no-such-person": "Nobody has this username. Check how it is written.",
  "teaching/already-member": "Already in this class.",
  "teaching/role-not-here":
    "This person cannot have that role here: the school must have given it first.",
  "teaching/last-teacher": "This is the last teacher of the class. Add another one first.",
  "teaching/no-such-code": "There is no such class code. Compare it with the board.",
  "teaching/code-used-up":
    "This code has been used as often as allowed. Ask your teacher for a new one.",
  "teaching/code-expired": "This code is no longer open. Ask your teacher for a new one.",
  "teaching/code-limit":
    "The class has as many open codes as allowed ({{codesMax}}). End one first.",
  "teaching/name-missing": "Enter your name or a nickname.",
  "teaching/number-taken":
    "The number {{number}} is taken in this school. Check it, or sign in if it is yours; your " +
    "teacher can give you a password.",
  "teaching/name-not-as-listed":
    "The number {{number}} is on the class list: enter the name that stands there, no nickname.",
  "teaching/mentor-needs-enterprise":
    "A mentor comes from an enterprise: sign in with that account first.",
  "teaching/no-such-import": "This preview is no longer there. Choose the file again.",
  "teaching/import-committed": "This list has been taken in already.",
  "teaching/import-faulty": "Some rows are faulty. Mend them, or take in the sound ones only.",
  "teaching/preview-stale": "The class has changed since the preview. Choose the file again.",
  "teaching/roster-too-long": "A list may have at most {{rowsMax}} rows. Split it.",
  "teaching/no-such-course": "There is no such course.",
  "teaching/no-such-lesson": "The course has no such lesson, or its teacher has hidden it.",
  "teaching/no-such-picture": "The course has no such picture.",
  "teaching/lesson-faulty":
    "The text has faults and was not kept. Look at the lines listed under the preview.",
  "teaching/lesson-changed":
    "Another teacher kept a new version since you opened this lesson. What you wrote is still here; copy it, open the lesson again and bring both together.",
  "teaching/too-many-lessons":
    "A class may add 20 lessons to a course, and a lesson may have 200 versions.",
};

import { INCOMPLETE_ADDRESS } from "@/server/auth/input";
import { admin, demoId } from "../world";
import { type FormToEmpty, noFirstDay } from "./form-to-empty";

/** Organisations, people and boards, which an administrator keeps. */
export const administrationForms: FormToEmpty[] = [
  {
    file: "admin/system-form.tsx",
    who: "Theodora",
    address: admin("/name"),
    button: "Save its name",
    says: ["Enter the system's name, such as Quillshire Integrated Care System."],
  },
  {
    file: "admin/[systemId]/permissions/permission-limits-form.tsx",
    who: "Theodora",
    address: admin("/permissions"),
    button: "Save",
    says: ["Enter a whole number, such as 5.", "Enter a whole number, such as 12."],
  },
  {
    file: "admin/[systemId]/organisations/add-organisations-form.tsx",
    who: "Theodora",
    address: admin("/organisations"),
    button: "Add these organisations",
    says: ["Paste at least one line, such as Penwick Council, PWC, council."],
  },
  {
    file: "admin/[systemId]/organisations/[organisationId]/edit-organisation-form.tsx",
    who: "Theodora",
    address: admin(`/organisations/${demoId("organisation/BVA")}`),
    button: "Save this organisation",
    says: ["Enter the organisation's name.", "Enter what people call it, such as PWC."],
  },
  {
    file: "admin/[systemId]/people/invite/invite-form.tsx",
    who: "Theodora",
    address: admin("/people/invite"),
    button: "Invite them",
    says: [INCOMPLETE_ADDRESS, "Enter their name.", "Choose where they work.", `${noFirstDay}.`],
  },
  {
    file: "admin/[systemId]/people/[personId]/add-membership-form.tsx",
    who: "Theodora",
    address: admin(`/people/${demoId("person/lucia")}`),
    button: "Add this",
    says: ["Choose where they work.", `${noFirstDay}.`],
  },
  {
    file: "admin/[systemId]/people/[personId]/name/rename-form.tsx",
    who: "Theodora",
    address: admin(`/people/${demoId("person/lucia")}/name`),
    button: "Save their name and job",
    says: ["Enter their name.", "Say why, so that colleagues understand it later."],
  },
  {
    file: "admin/[systemId]/people/link-forms.tsx",
    who: "Theodora",
    address: admin(`/people/${demoId("person/lucia")}`),
    under: "They have another account",
    button: "Same person: link them",
    says: [INCOMPLETE_ADDRESS, "Enter why, in a few words."],
  },
  {
    file: "leaders/[proposalId]/decide-leader.tsx",
    who: "Perpetua",
    address: `/leaders/${demoId("leader-proposal/stellan/1")}`,
    button: "Save",
    says: ["Choose whether they answer for it."],
  },
  {
    file: "admin/[systemId]/people/[personId]/end-membership-form.tsx",
    who: "Theodora",
    address: admin(`/people/${demoId("person/zoe")}`),
    under: "End it: Befriending",
    button: "End this membership",
    says: ["Enter their last day."],
  },
  {
    file: "admin/[systemId]/boards/board-form.tsx",
    who: "Theodora",
    address: admin("/boards"),
    button: "Add this board",
    says: ["Enter the board's name.", "Choose how often it meets."],
  },
  {
    file: "admin/[systemId]/boards/[boardId]/seat-form.tsx",
    who: "Theodora",
    address: admin(`/boards/${demoId("board/MPB")}`),
    button: "Give them this seat",
    says: [INCOMPLETE_ADDRESS, "Choose what they do on the board.", `${noFirstDay}.`],
  },
  {
    file: "admin/[systemId]/boards/[boardId]/end-seat-form.tsx",
    who: "Theodora",
    address: admin(`/boards/${demoId("board/MPB")}`),
    under: "End the seat of Wren Halloway-Singh",
    button: "End this seat",
    says: ["Enter their last day."],
  },
];

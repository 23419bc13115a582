"use client";

import { useMutation } from "@tanstack/react-query";
import type { Route } from "next";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";
import type { DoneCode } from "../../../done";

type About = { systemId: string; personId: string };
const done = ({ systemId, personId }: About, code: DoneCode) =>
  `/admin/${systemId}/people/${personId}?done=${code}` as Route;

export function SendInvitationButton(about: About) {
  const sendInvitation = useMutation(useTRPC().admin.people.sendInvitation.mutationOptions());
  return (
    <ActButton
      look="secondary"
      send={(key) => sendInvitation.mutateAsync({ ...about, key })}
      then={done(about, "sent")}
    >
      Send them a link to sign in
    </ActButton>
  );
}

export function SuspendButton(about: About) {
  const suspend = useMutation(useTRPC().admin.people.suspend.mutationOptions());
  return (
    <ActButton look="warning" send={(key) => suspend.mutateAsync({ ...about, key })} then={done(about, "suspended")}>
      Suspend them
    </ActButton>
  );
}

export function LiftSuspensionButton(about: About) {
  const lift = useMutation(useTRPC().admin.people.liftSuspension.mutationOptions());
  return (
    <ActButton look="secondary" send={(key) => lift.mutateAsync({ ...about, key })} then={done(about, "lifted")}>
      Let them sign in again
    </ActButton>
  );
}

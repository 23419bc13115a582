"use client";

import { useMutation } from "@tanstack/react-query";
import type { Route } from "next";
import { ActButton } from "@/app/act-button";
import { useTRPC } from "@/app/trpc";

type About = { systemId: string; personId: string };

export function EndAdministratorButton({ systemId, personId, name }: About & { name: string }) {
  const end = useMutation(useTRPC().admin.administrators.end.mutationOptions());
  const then = `/admin/${systemId}?done=administrator-ended` as Route;
  return (
    <ActButton look="secondary" send={(key) => end.mutateAsync({ systemId, personId, key })} then={then}>
      End this<span className="sr-only">: {name} looks after it</span>
    </ActButton>
  );
}

export function NameAdministratorButton({ systemId, personId }: About) {
  const name = useMutation(useTRPC().admin.administrators.name.mutationOptions());
  const then = `/admin/${systemId}/people/${personId}?done=administrator` as Route;
  return (
    <ActButton look="secondary" send={(key) => name.mutateAsync({ systemId, personId, key })} then={then}>
      Let them look after this system
    </ActButton>
  );
}

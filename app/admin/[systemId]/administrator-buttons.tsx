"use client";

import { ChangeButton } from "@/app/change-button";
import { useTRPCClient } from "@/app/trpc";
import { useChange } from "@/app/use-change";

type PersonInSystem = { systemId: string; personId: string };

export function EndAdministratorButton({ systemId, personId, name }: PersonInSystem & { name: string }) {
  const change = useChange(useTRPCClient().admin.administrators.end.mutate, {
    with: { systemId, personId },
    to: `/admin/${systemId}`,
    notice: "administrator ended",
  });
  return (
    <ChangeButton change={change} look="secondary">
      End this<span className="sr-only">: {name} looks after it</span>
    </ChangeButton>
  );
}

export function NameAdministratorButton({ systemId, personId }: PersonInSystem) {
  const change = useChange(useTRPCClient().admin.administrators.name.mutate, {
    with: { systemId, personId },
    to: `/admin/${systemId}/people/${personId}`,
    notice: "administrator named",
  });
  return (
    <ChangeButton change={change} look="secondary">
      Let them look after this system
    </ChangeButton>
  );
}

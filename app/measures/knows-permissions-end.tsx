import { RadiosField } from "@/app/ui/radios-field";

/** Asked only where a change of a measure's meaning ends permissions. */
export function KnowsPermissionsEnd({ permissionsEnd }: { permissionsEnd: string }) {
  if (permissionsEnd === "") return null;
  return (
    <RadiosField
      name="knowsPermissionsEnd"
      label="Do you know what this ends?"
      hint={permissionsEnd}
      choices={[{ value: true, label: "Yes, I know this" }]}
    />
  );
}

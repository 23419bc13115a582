import type { Route } from "next";
import NextForm from "next/form";
import { Link } from "@/app/ui/link";
import { Button } from "./button";
import type { Choice } from "./choice";

export type Filter =
  | { kind: "search"; name: string; label: string; value?: string }
  | { kind: "day"; name: string; label: string; value?: string }
  | { kind: "choice"; name: string; label: string; value?: string; any: string; choices: readonly Choice<string>[] };

type FilterFormProps = {
  /** The page's own address: the filters go into its query, so that it can be shared. */
  action: Route;
  filters: readonly Filter[];
  apply?: string;
};

/** Works before scripts have loaded. */
export function FilterForm({ action, filters, apply = "Show" }: FilterFormProps) {
  const isFiltered = filters.some(({ value }) => value);
  return (
    <search>
      <NextForm action={action} className="mb-6 flex flex-wrap items-end gap-4">
        {filters.map((filter) => (
          <div
            key={filter.name}
            className={`min-w-0 grow ${filter.kind === "search" ? "basis-full tablet:basis-56" : "basis-32 tablet:basis-44"}`}
          >
            <label className="nhsuk-label" htmlFor={`filter-${filter.name}`}>
              {filter.label}
            </label>
            <FilterBox {...filter} />
          </div>
        ))}
        <div className="flex w-full flex-wrap items-center gap-x-6 gap-y-2 tablet:w-auto [&>button]:mb-0">
          <Button type="submit" look="secondary">
            {apply}
          </Button>
          {isFiltered && <Link href={action}>Clear</Link>}
        </div>
      </NextForm>
    </search>
  );
}

function FilterBox(filter: Filter) {
  const shared = { id: `filter-${filter.name}`, name: filter.name, defaultValue: filter.value ?? "" };
  // The key resets the box when the address changes by navigation
  if (filter.kind === "search") {
    return <input key={shared.defaultValue} {...shared} type="search" className="nhsuk-input w-full" dir="auto" />;
  }
  if (filter.kind === "day") {
    return <input key={shared.defaultValue} {...shared} type="date" className="nhsuk-input w-full" />;
  }
  return (
    <select key={shared.defaultValue} {...shared} className="nhsuk-select w-full min-w-0 max-w-full">
      <option value="">{filter.any}</option>
      {filter.choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

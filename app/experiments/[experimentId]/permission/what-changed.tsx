import { Table } from "@/app/ui/table";
import type { Difference } from "@/server/permissions/terms/difference";

/** The terms a leader read beside the current ones, part by part. */
export function WhatChanged({ differences }: { differences: Difference[] }) {
  const cell = (text: string) => (
    <span className="whitespace-pre-wrap" dir="auto">
      {text || "Not there"}
    </span>
  );
  return (
    <Table
      narrow="stack"
      caption="What has changed"
      columns={[{ header: "Part" }, { header: "What you read" }, { header: "What it says now" }]}
      rows={differences.map(({ part, before, now }) => ({
        key: `${part} ${before} ${now}`,
        cells: [part, cell(before), cell(now)],
      }))}
    />
  );
}

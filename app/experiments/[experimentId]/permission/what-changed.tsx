import { Table } from "@/app/ui/table";
import type { Difference } from "@/server/permissions/terms/difference";

/** What a leader read beside what it says now, part by part. */
export function WhatChanged({ differences }: { differences: Difference[] }) {
  const words = (text: string) => (
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
        cells: [part, words(before), words(now)],
      }))}
    />
  );
}

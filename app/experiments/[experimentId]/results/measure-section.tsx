import type { ReactNode } from "react";
import { roleInWords } from "@/app/measures/measure-words";
import type { chartsOfExperiment } from "./experiment-charts";

type MeasureSectionProps = Pick<Awaited<ReturnType<typeof chartsOfExperiment>>["charts"][number], "isItWorking"> & {
  role: keyof typeof roleInWords;
  name: ReactNode;
  /** Its chart, and what may be done with it. */
  children: ReactNode;
};

/** One measure of an experiment: what it is for, whether it is working in a sentence, and its chart. */
export function MeasureSection({ role, name, isItWorking, children }: MeasureSectionProps) {
  return (
    <section className="mb-8">
      <h2 className="nhsuk-heading-m">
        <span className="nhsuk-caption-m">{roleInWords[role]}</span>
        {name}
      </h2>
      {isItWorking && (
        <p>
          <b>Is it working?</b> {isItWorking}
        </p>
      )}
      {children}
    </section>
  );
}

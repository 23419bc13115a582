"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useState } from "react";
import { nearestPlace, nextPlace, type PointPlace } from "./point-places";

interface PointReaderProps {
  label: string;
  places: readonly PointPlace[];
  width: number;
  height: number;
  children: ReactNode;
}

/** Moves through a drawing point by point, by arrow keys, mouse or touch, with one sentence for each. One tab stop. */
export function PointReader({ label, places, width, height, children }: PointReaderProps) {
  const [at, setAt] = useState<number | null>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const current = at === null ? null : places[at];

  function step(event: KeyboardEvent) {
    const to = nextPlace(event.key, at ?? places.length - 1, places.length);
    if (to === null) return;
    event.preventDefault();
    setAt(to);
  }

  function point(event: PointerEvent<HTMLDivElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    setAt(nearestPlace(places, ((event.clientX - box.left) / box.width) * width));
  }

  return (
    <>
      <div
        className="chart-reader"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={places.length}
        aria-valuenow={(at ?? places.length - 1) + 1}
        aria-valuetext={places[at ?? places.length - 1]?.sentence}
        onKeyDown={step}
        onFocus={() => setAt((before) => before ?? places.length - 1)}
        onPointerDown={point}
        onPointerMove={point}
      >
        {children}
        {current && (
          <svg className="chart-reader-ring" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
            <circle cx={current.x} cy={current.y} r={10} fill="none" stroke="#212b32" strokeWidth={2.5} />
          </svg>
        )}
      </div>
      {ready && (
        <p className="chart-reader-sentence" aria-hidden="true">
          {current ? current.sentence : "Point at a result, or use the arrow keys, to read it."}
        </p>
      )}
    </>
  );
}

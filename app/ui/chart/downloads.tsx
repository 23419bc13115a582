"use client";

import { useState } from "react";

export interface ChartDownloads {
  /** Addresses of the values and of the picture. */
  csv: string;
  svg: string;
  /** The name of a saved file, without its extension. */
  name: string;
}

/** The resolution of a saved picture relative to the screen, so that it can be printed. */
const pngScale = 2;

/** Downloads of a chart. Values and SVG are links, so they need no script; the PNG is drawn in the browser. */
export function Downloads({ csv, svg, name, chartName }: ChartDownloads & { chartName: string }) {
  const [problem, setProblem] = useState("");

  async function savePng() {
    setProblem("");
    try {
      save(await toPng(await (await fetch(svg)).blob()), `${name}.png`);
    } catch {
      setProblem("The picture could not be made. Take the drawing (SVG) instead.");
    }
  }

  return (
    <div className="chart-downloads">
      <span>Take it along:</span>
      <a href={csv} download={`${name}.csv`}>
        Numbers (CSV)<span className="sr-only"> of {chartName}</span>
      </a>
      <a href={svg} download={`${name}.svg`}>
        Drawing (SVG)<span className="sr-only"> of {chartName}</span>
      </a>
      <button type="button" onClick={savePng}>
        Picture (PNG)<span className="sr-only"> of {chartName}</span>
      </button>
      <span role="status">{problem}</span>
    </div>
  );
}

async function toPng(drawing: Blob): Promise<Blob> {
  const address = URL.createObjectURL(drawing);
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * pngScale;
  canvas.height = image.naturalHeight * pngScale;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the canvas gave no picture"))), "image/png"),
  );
}

function save(blob: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

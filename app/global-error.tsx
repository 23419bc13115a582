"use client";

import { Button } from "./ui/button";
import "./globals.css";
import "./nhs.scss";

/** Shown when the root layout itself fails, so it uses none of it. Without our typeface, whose classes every page would carry as script. */
export default function GlobalErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en-GB">
      <head>
        <title>Something went wrong – Leeway</title>
      </head>
      <body>
        <div className="nhsuk-width-container">
          <main>
            <h1>Something went wrong on our side</h1>
            <p>Leeway could not show this page. What you saved before is kept.</p>
            <p>Try again in a moment. If it goes on, tell the person who looks after Leeway for you.</p>
            <Button onClick={reset}>Try again</Button>
          </main>
        </div>
      </body>
    </html>
  );
}

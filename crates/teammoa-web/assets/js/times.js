/** Shows on hover what a time of the page is on the reader's own clock, where that is another one. */
export function showLocalTimes() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full", timeStyle: "short" });
  for (const time of document.querySelectorAll("time[datetime]")) {
    const at = new Date(time.getAttribute("datetime") ?? "");
    const exact = time.getAttribute("title") ?? "";
    if (!Number.isNaN(at.valueOf()) && !exact.endsWith(zone)) {
      time.setAttribute("title", `${exact}\n${format.format(at)}, ${zone}`);
    }
  }
}

// What the pages do beyond HTML: clocks that count down, and the button that prints.
(() => {
  "use strict";
  const tick = () => {
    for (const clock of document.querySelectorAll("time[data-until]")) {
      const left = Date.parse(clock.dateTime) - Date.now();
      const state = clock.closest(".state");
      if (left <= 0) {
        clock.textContent = clock.dataset.over;
        state?.setAttribute("class", "state bad");
      } else {
        const minutes = Math.floor(left / 60000);
        clock.textContent = (minutes < 60 ? clock.dataset.minutes : clock.dataset.pattern)
          .replace("H", String(Math.floor(minutes / 60)))
          .replace("M", String(minutes % 60));
        state?.setAttribute("class", minutes < 180 ? "state warn" : "state calm");
      }
    }
  };
  setInterval(tick, 15000);
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-print]")) {
      window.print();
    }
  });
})();

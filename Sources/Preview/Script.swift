/// The script of a previewed page: follows the events, shows a problem over the page, and loads a page
/// that has changed where the reader was.
enum Script {
  static let text = #"""
    (() => {
      "use strict";
      const own = document.currentScript.dataset.version;
      const key = "gradbook-preview " + location.pathname;
      const words = {
        en: { running: "running…", lost: "the preview has ended", hide: "hide" },
        zh: { running: "正在运行…", lost: "预览已结束", hide: "隐藏" },
        ru: { running: "выполняется…", lost: "просмотр завершён", hide: "скрыть" },
      };
      const say = words[document.documentElement.lang.slice(0, 2)] || words.en;

      // Where the reader is: the last element with a name above the top of the window, and how far.
      // What changed above it then does not move the text that was being read.
      function place() {
        let anchor = null;
        if (scrollY > 0) {
          for (const element of document.querySelectorAll("main [id]:not(svg *, math *)")) {
            const box = element.getBoundingClientRect();
            if (box.height > 0 && box.top <= 1 && (!anchor || box.top >= anchor.top)) {
              anchor = { id: element.id, top: box.top };
            }
          }
        }
        const open = [...document.querySelectorAll("details")].map((fold) => fold.open);
        return { anchor, x: scrollX, y: scrollY, open };
      }

      function goTo(place) {
        const element = place.anchor && document.getElementById(place.anchor.id);
        const top = element
          ? scrollY + element.getBoundingClientRect().top - place.anchor.top
          : place.y;
        scrollTo({ left: place.x, top, behavior: "instant" });
      }

      function loadAgain() {
        source.close();
        sessionStorage.setItem(key, JSON.stringify(place()));
        history.scrollRestoration = "manual";
        location.reload();
      }

      const kept = sessionStorage.getItem(key);
      if (kept) {
        sessionStorage.removeItem(key);
        const place = JSON.parse(kept);
        const folds = document.querySelectorAll("details");
        if (folds.length === place.open.length) {
          folds.forEach((fold, index) => { fold.open = place.open[index]; });
        }
        goTo(place);
        const reached = scrollY;
        addEventListener("load", () => {
          if (scrollY === reached) goTo(place);
          history.scrollRestoration = "auto";
        });
      }

      // A shadow tree: the page's styles and the preview's leave each other alone.
      const host = document.createElement("div");
      host.id = "gradbook-preview";
      const shadow = host.attachShadow({ mode: "open" });
      const style = new CSSStyleSheet();
      style.replaceSync(`
        :host { all: initial; }
        section, output { position: fixed; z-index: 1000; color: #f4f1ea; background: #2b2320;
          font: 0.875rem/1.45 ui-monospace, monospace; box-shadow: 0 0 1rem #0006; }
        section { left: 0; right: 0; bottom: 0; max-height: 70vh; overflow: auto;
          border-top: 4px solid #d2452e; padding: 1rem 1.5rem; }
        pre { margin: 0; font: inherit; white-space: pre; }
        button { position: sticky; float: right; right: 0; top: 0; font: inherit; color: inherit;
          background: #4a3c37; border: 1px solid #8a7a72; border-radius: 4px; padding: 0.2rem 0.7rem; }
        output { right: 1rem; bottom: 1rem; padding: 0.3rem 0.8rem; border-radius: 4px; }
        [hidden] { display: none; }
        @media print { section, output { display: none; } }`);
      shadow.adoptedStyleSheets = [style];
      const problem = document.createElement("section");
      problem.setAttribute("role", "alert");
      const hide = document.createElement("button");
      hide.textContent = say.hide;
      hide.addEventListener("click", () => { problem.hidden = true; });
      const text = document.createElement("pre");
      text.tabIndex = 0;
      problem.append(hide, text);
      const status = document.createElement("output");
      problem.hidden = status.hidden = true;
      shadow.append(status, problem);
      document.body.append(host);

      function show(state) {
        if (state.version !== own) return loadAgain();
        const message = state.problem || "";
        if (text.textContent !== message) {
          text.textContent = message;
          problem.hidden = message === "";
        }
        notice(state.isRunning ? say.running : "");
      }

      function notice(message) {
        status.textContent = message;
        status.hidden = message === "";
      }

      // A hidden page lets go of its connection, of which browsers have six for a server.
      let source = null;
      let retry = 0;
      function follow() {
        clearTimeout(retry);
        if (source) source.close();
        source = null;
        if (document.visibilityState === "hidden") return;
        source = new EventSource("/-/events" + location.pathname);
        source.onmessage = (event) => show(JSON.parse(event.data));
        source.onerror = () => {
          notice(say.lost);
          source.close();
          retry = setTimeout(follow, 1000);
        };
      }
      document.addEventListener("visibilitychange", follow);
      follow();
    })();

    """#
}

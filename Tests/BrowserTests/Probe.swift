/// What is asked of a page inside the browser: functions of JavaScript that return sentences, one for
/// each thing that is wrong.
enum Probe {
  /// Nothing sticks out of the page, and no two lines of text lie on one another.
  static let layout = #"""
    () => {
      const root = document.documentElement, found = [];
      const words = text => text.trim().replace(/\s+/g, ' ').slice(0, 40);
      if (root.scrollWidth > root.clientWidth)
        found.push(`the page is ${root.scrollWidth} wide on a screen of ${root.clientWidth}`);
      const scrolls = e => {
        for (; e && e !== document.body; e = e.parentElement)
          if (/auto|scroll/.test(getComputedStyle(e).overflowX)) return e;
        return null;
      };
      const boxes = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const e = node.parentElement;
        if (!node.data.trim() || !e.checkVisibility({visibilityProperty: true})) continue;
        if (e.closest('.hidden, .skip, math, title, desc')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const frame = scrolls(e);
        for (const r of range.getClientRects()) {
          if (r.width < 1 || r.height < 1) continue;
          if (!frame && (r.left < -1 || r.right > root.clientWidth + 1))
            found.push(`'${words(node.data)}' leaves the screen`);
          if (frame) continue;
          // Half the leading belongs to nobody.
          const slack = r.height * 0.3;
          boxes.push({l: r.left + 1, r: r.right - 1, t: r.top + slack, b: r.bottom - slack, node});
        }
      }
      boxes.sort((a, b) => a.t - b.t);
      for (let i = 0; i < boxes.length; i++)
        for (let j = i + 1; j < boxes.length && boxes[j].t < boxes[i].b; j++) {
          const a = boxes[i], b = boxes[j];
          if (a.node === b.node || a.r <= b.l || b.r <= a.l) continue;
          if (a.node.parentElement.closest('.contents.wide') || b.node.parentElement.closest('.contents.wide')) {
            if (getComputedStyle(document.querySelector('.contents.wide')).position === 'sticky'
              && a.node.parentElement.closest('.contents.wide')
                === b.node.parentElement.closest('.contents.wide')) continue;
          }
          found.push(`'${words(a.node.data)}' lies on '${words(b.node.data)}'`);
        }
      return found.slice(0, 10);
    }
    """#

  /// The digits of each value from left to right, as they are seen.
  static let values = #"""
    () => [...document.querySelectorAll('.value')].map(value => {
      const text = value.firstChild, range = document.createRange();
      return [...text.data].map((digit, i) => {
        range.setStart(text, i);
        range.setEnd(text, i + 1);
        return {digit, left: range.getBoundingClientRect().left};
      }).sort((a, b) => a.left - b.left).map(seen => seen.digit).join('');
    })
    """#

  /// Every text stands out from what is behind it by 4.5:1 (WCAG 2.2, 1.4.3).
  static let contrast = #"""
    () => {
      const parse = text => {
        const n = (text.match(/[\d.]+/g) || []).map(Number);
        if (text.startsWith('color(srgb')) return [n[0] * 255, n[1] * 255, n[2] * 255, n[3] ?? 1];
        return [n[0], n[1], n[2], n[3] ?? 1];
      };
      const over = (a, b) => [0, 1, 2].map(i => a[i] * a[3] + b[i] * (1 - a[3])).concat(1);
      const light = c => {
        const [r, g, b] = c.slice(0, 3).map(v => v / 255)
          .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const behind = e => {
        const layers = [];
        for (; e; e = e.parentElement) {
          const c = parse(getComputedStyle(e).backgroundColor);
          if (c[3] > 0) layers.push(c);
          if (c[3] === 1) break;
        }
        return layers.reverse().reduce((under, c) => over(c, under), [255, 255, 255, 1]);
      };
      const found = new Set();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const e = node.parentElement;
        if (!node.data.trim() || !e.checkVisibility() || e.closest('title, desc, .hidden')) continue;
        const style = getComputedStyle(e), svg = e instanceof SVGElement && e.namespaceURI.endsWith('svg');
        const ink = parse(svg ? style.fill : style.color);
        ink[3] *= Number(style.opacity);
        let paper = behind(e);
        if (svg) {
          const own = e.getBoundingClientRect(), x = (own.left + own.right) / 2, y = (own.top + own.bottom) / 2;
          let picture = e;
          while (picture.parentElement.closest('svg')) picture = picture.parentElement.closest('svg');
          for (const shape of picture.querySelectorAll('rect')) {
            const box = shape.getBoundingClientRect(), look = getComputedStyle(shape);
            if (!(shape.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
            if (x < box.left || x > box.right || y < box.top || y > box.bottom || look.fill === 'none') continue;
            const fill = parse(look.fill);
            fill[3] *= Number(look.fillOpacity) * Number(look.opacity);
            paper = over(fill, paper);
          }
        }
        const x = light(over(ink, paper)), y = light(paper);
        const ratio = (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
        if (ratio < 4.5)
          found.add(`${ratio.toFixed(2)}:1 in ${e.tagName} class '${e.getAttribute('class') ?? ''}' `
            + `under '${e.parentElement.getAttribute('class') ?? ''}': '${node.data.trim().slice(0, 20)}'`);
      }
      return [...found].slice(0, 10);
    }
    """#

  /// Pictures have names, headings come in order, and the keyboard reaches what opens or scrolls.
  static let access = #"""
    () => {
      const found = [];
      for (const picture of document.querySelectorAll('svg, img')) {
        // What lies within a named picture is part of it.
        if (picture.closest('[aria-hidden=true]') || picture.parentElement.closest('svg, [role=img]')) continue;
        const by = picture.getAttribute('aria-labelledby');
        const name = picture.getAttribute('alt') || picture.getAttribute('aria-label')
          || (by && by.split(/\s+/).map(id => document.getElementById(id)?.textContent ?? '').join(' '))
          || picture.querySelector(':scope > title')?.textContent;
        if (!name?.trim()) found.push(`a picture has no name: ${picture.outerHTML.slice(0, 60)}`);
      }
      const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(h => +h.tagName[1]);
      if (headings[0] !== 1 || headings.filter(h => h === 1).length !== 1)
        found.push('the page has not one title');
      headings.forEach((h, i) => {
        if (i && h > headings[i - 1] + 1) found.push(`a heading of level ${h} follows ${headings[i - 1]}`);
      });
      const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
      for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) found.push(`two are called ${id}`);
      for (const link of document.querySelectorAll('a[href^="#"]')) {
        const id = decodeURIComponent(link.getAttribute('href').slice(1));
        if (!document.getElementById(id)) found.push(`a link leads to #${id}, which is not there`);
      }
      for (const e of document.querySelectorAll('summary, a[href]')) {
        if (!e.checkVisibility()) continue;
        e.focus();
        if (document.activeElement !== e) found.push(`the keyboard does not reach '${e.textContent.slice(0, 40)}'`);
      }
      for (const e of document.querySelectorAll('body *')) {
        if (e.scrollWidth <= e.clientWidth + 1 || !e.checkVisibility()) continue;
        if (!/auto|scroll/.test(getComputedStyle(e).overflowX)) continue;
        e.focus();
        if (document.activeElement !== e)
          found.push(`what scrolls cannot be focused: ${e.tagName} ${e.className}`);
      }
      return found.slice(0, 10);
    }
    """#
}

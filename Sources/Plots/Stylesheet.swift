/// The CSS that pictures need, for the page to include once.
///
/// It takes the page's `--paper`, `--ink`, `--ink-soft`, `--rule` and `--sans` where they are
/// defined. Series colours reach 4.5:1 against the paper of their scheme, because names are set in
/// them too, and were chosen for distance in Oklab under simulated protanopia, deuteranopia and
/// tritanopia (Machado, Oliveira & Fernandes 2009), beginning with the hues of Okabe & Ito 2008.
public enum Stylesheet {
  public static let css = scheme + frame + marks + cells + graphs + tiles

  private static let scheme = """
    :root {
      --series-1: #0d75b6; --series-2: #a26113; --series-3: #0b5e5a; --series-4: #691e98;
      --series-5: #a72a74; --series-6: #630aff; --series-7: #481a05; --series-8: #804614;
      --heat: #0a3a66; --on-heat: #fff;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --series-1: #83aafc; --series-2: #f15513; --series-3: #1cf3b1; --series-4: #cf8a9f;
        --series-5: #d1e518; --series-6: #7481df; --series-7: #fff7e0; --series-8: #b57680;
        --heat: #b9dcff; --on-heat: #0b0c0e;
      }
    }
    .plot {
      --plot-paper: var(--paper, Canvas); --plot-ink: var(--ink, CanvasText);
      --plot-soft: var(--ink-soft, GrayText); --plot-rule: var(--rule, #8885);
      container-type: inline-size; margin: 0 auto;
      font: 12px/1.3 var(--sans, system-ui, sans-serif);
      font-variant-numeric: tabular-nums; color: var(--plot-ink);
    }
    .plot-s1 { --c: var(--series-1); } .plot-s2 { --c: var(--series-2); }
    .plot-s3 { --c: var(--series-3); } .plot-s4 { --c: var(--series-4); }
    .plot-s5 { --c: var(--series-5); } .plot-s6 { --c: var(--series-6); }
    .plot-s7 { --c: var(--series-7); } .plot-s8 { --c: var(--series-8); }
    .plot-ink { --c: var(--plot-ink); } .plot-muted { --c: var(--plot-soft); }

    """

  private static let frame = """
    .plot-svg { display: block; overflow: visible; max-width: none; }
    .plot-svg text { font: inherit; fill: var(--plot-ink); }
    .plot-framed {
      margin: var(--t) var(--r) var(--b) var(--l);
      width: calc(100% - var(--l) - var(--r)); min-width: var(--least, 0); height: var(--h);
    }
    .plot-thumbnail { width: 120px; height: 36px; }
    .plot-empty { width: 100%; height: 160px; }
    .plot-empty rect { fill: none; }
    .plot-layer { overflow: visible; }
    .plot-layer.plot-cut { overflow: hidden; }
    .plot-below, .plot-ends { overflow: visible; }
    .plot-grid { stroke: var(--plot-rule); stroke-width: 1; }
    .plot-axis { stroke: var(--plot-soft); stroke-width: 1; }
    .plot-svg .plot-tick, .plot-tick, .plot-tick text, .plot-svg .plot-name, .plot-axes .plot-name {
      fill: var(--plot-soft);
    }
    .plot-middle { text-anchor: middle; }
    .plot-end { text-anchor: end; }
    .plot-svg .plot-note {
      fill: var(--c, var(--plot-ink)); paint-order: stroke; stroke: var(--plot-paper); stroke-width: 4px; stroke-linejoin: round;
    }
    .plot-svg .plot-label { fill: var(--c); font-weight: 600; }
    .plot-leader { stroke: var(--c); fill: none; opacity: .6; }
    .plot-key {
      display: flex; flex-wrap: wrap; gap: .2em 1.2em; list-style: none; margin: 0 0 .8em;
      padding: 0;
    }
    .plot-key li {
      display: flex; align-items: center; gap: .45em; margin: 0; min-width: 0;
      overflow-wrap: anywhere;
    }
    .plot-swatch { flex: none; width: 1.3em; border-top: 3px solid var(--c); }
    .plot-swatch.plot-dashed { border-top-style: dashed; }
    .plot-swatch.plot-swatch-dot {
      width: 8px; height: 8px; border: 0; border-radius: 50%; background: var(--c);
    }
    .plot-key.plot-narrow { display: none; }
    @container (max-width: 30rem) {
      .plot-wide, .plot-ends { display: none; }
      .plot-key.plot-narrow { display: flex; }
      .plot-direct .plot-framed { width: calc(100% - var(--l) - 16px); margin-right: 16px; }
    }
    .plot-data { font-size: .85em; }
    .plot-data th, .plot-data td {
      padding: .1em .7em; text-align: right; font-variant-numeric: tabular-nums;
    }
    .plot-scroll { overflow-x: auto; }

    """

  private static let marks = """
    .plot-svg path, .plot-svg line { vector-effect: non-scaling-stroke; }
    .plot-line {
      fill: none; stroke: var(--c); stroke-width: 2; stroke-linejoin: round;
      stroke-linecap: round;
    }
    .plot-line.plot-dashed { stroke-dasharray: 6 5; }
    .plot-faint { stroke-width: 1; opacity: .38; }
    .plot-thin { stroke-width: 1; stroke-dasharray: 2 4; }
    .plot-area { fill: var(--c); opacity: .18; }
    .plot-bar { fill: var(--c); }
    .plot-bar.plot-faint { opacity: .35; }
    .plot-dots { fill: none; stroke: var(--c); stroke-linecap: round; }
    .plot-dots.plot-halo { stroke: var(--plot-paper); }
    .plot-dot { fill: var(--c); stroke: var(--plot-paper); stroke-width: 1; }
    .plot-ring { fill: var(--plot-paper); stroke: var(--c); stroke-width: 2.5; }
    .plot-hover circle { r: 8px; fill: transparent; }
    .plot-hover circle:hover { fill: var(--plot-soft); fill-opacity: .3; }
    .plot-rule { stroke: var(--plot-soft); stroke-dasharray: 3 3; }
    .plot-trail { fill: none; stroke: var(--c); stroke-width: 1.5; }

    """

  private static let cells = """
    .plot-regions { opacity: .2; }
    .plot-regions > * { fill: var(--c); }
    .plot-heat { fill: var(--heat); stroke: var(--plot-paper); stroke-width: 1; }
    .plot-heat rect { width: var(--w); height: var(--h); }
    .plot-svg .plot-small { font-size: 11px; }
    .plot-svg .plot-on-heat { fill: var(--on-heat); }
    .plot-ground { image-rendering: auto; opacity: .8; }
    .plot-pixels { image-rendering: pixelated; }

    """

  private static let graphs = """
    .plot-fixed {
      width: var(--w); max-width: 100%; min-width: var(--least); height: auto; margin: 0 auto;
      font-size: 13px;
    }
    .plot-edges { fill: none; stroke: var(--plot-soft); stroke-width: 1; opacity: .35; }
    .plot-vertex { fill: var(--plot-paper); stroke: var(--plot-ink); stroke-width: 1.2; }
    .plot-group { fill: var(--plot-soft); fill-opacity: .09; stroke: var(--plot-rule); }
    .plot-arrow { fill: none; stroke: var(--plot-soft); stroke-width: 1.4; }
    .plot-arrow.plot-dashed { stroke-dasharray: 4 4; }
    .plot-arrow.plot-heavy { stroke-width: 3; }
    .plot-head { fill: var(--plot-soft); }
    .plot-svg .plot-value { fill: var(--series-1); font-weight: 600; }
    .plot-svg .plot-gradient { fill: var(--series-2); font-weight: 600; }
    .plot-formula {
      height: 100%; display: flex; align-items: center; justify-content: center;
      white-space: nowrap; font-size: 14px;
    }
    .plot-formula-halo { background: var(--plot-paper); padding: 0 .2em; }
    .plot-fixed .plot-note { stroke-width: 8px; }
    .plot-fixed foreignObject { overflow: visible; }
    .plot-neuron { fill: var(--plot-paper); stroke: var(--c); stroke-width: 2; }
    .plot-svg .plot-strong { font-weight: 600; }

    """

  private static let tiles = """
    .plot-panels {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
      gap: 1rem 1.5rem;
    }
    .plot-panel-name { font: 600 12px/1.3 var(--sans, system-ui, sans-serif); margin: 0 0 .3em; }
    .plot-panel { min-width: 0; overflow-wrap: anywhere; }
    .plot-tiles, .plot-samples { list-style: none; margin: 0; padding: 0; }
    .plot-tiles { display: flex; flex-wrap: wrap; justify-content: center; gap: .9em .8em; }
    .plot-tile {
      display: flex; flex-direction: column; align-items: center; margin: 0; min-width: 0;
      overflow-wrap: anywhere; text-align: center;
    }
    .plot-tile img, .plot-sample img { display: block; border: 1px solid var(--plot-rule); }
    .plot-tile-note { color: var(--plot-soft); }
    .plot-samples {
      display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
      gap: 1.1rem 1.6rem;
    }
    .plot-sample {
      display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .3em 1em; margin: 0;
      align-items: start;
    }
    .plot-sample-name {
      grid-column: 1 / -1; margin: 0; font-weight: 600; min-width: 0; overflow-wrap: anywhere;
    }
    .plot-wrong { color: var(--series-2); }
    .plot-none { color: var(--plot-soft); text-align: center; }

    """
}

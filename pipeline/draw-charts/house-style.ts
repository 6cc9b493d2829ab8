/**
 * What every picture starts from: the faces and colours of the pages, as CSS variables of templates/css/tokens.css, so
 * that a picture is dark on a dark screen and light on paper. A chart's own specification takes precedence.
 */
export const houseStyle = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  width: 330,
  padding: 1,
  background: null,
  config: {
    aria: false,
    font: 'var(--sans)',
    view: { stroke: null },
    mark: { color: 'var(--accent)' },
    text: { color: 'var(--ink)', fontSize: 14, baseline: 'middle' },
    rule: { color: 'var(--rule)' },
    axis: {
      domainColor: 'var(--rule-strong)',
      gridColor: 'var(--rule)',
      tickColor: 'var(--rule-strong)',
      labelColor: 'var(--quiet)',
      labelFontSize: 13,
      title: null,
      grid: false,
    },
  },
} as const

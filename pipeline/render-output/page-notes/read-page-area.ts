/**
 * Reads from a document's `@page` rules how much room its printed pages have. It runs in the browser, where the rules are
 * taken apart already, and is sent there as text: so it calls nothing from outside.
 */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** What may be printed on, in CSS pixels; the browser prints on whole ones. */
export interface PageArea {
  readonly width: number
  readonly height: number
  /** Of the first page. */
  readonly firstHeight: number
}

/** The room of pages by the rules `@page` and `@page :first`; A4 where they name no size. */
export function readPageArea(): PageArea {
  const sizes: Record<string, string> = {
    a3: '297mm 420mm',
    a4: '210mm 297mm',
    a5: '148mm 210mm',
    letter: '8.5in 11in',
  }
  const probe = document.createElement('div')
  document.documentElement.append(probe)
  const pixels = (length: string): number => {
    probe.style.cssText = `position: absolute; height: ${length}`
    return probe.getBoundingClientRect().height
  }
  const margins = { all: new Map<string, string>(), first: new Map<string, string>() }
  let size = 'a4'
  const read = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule && matchMedia(rule.conditionText).matches) read(rule.cssRules)
      if (!(rule instanceof CSSPageRule)) continue
      const kept = rule.selectorText === '' ? margins.all : rule.selectorText === ':first' ? margins.first : undefined
      for (const name of ['margin-top', 'margin-right', 'margin-bottom', 'margin-left']) {
        const value = rule.style.getPropertyValue(name)
        if (value !== '') kept?.set(name, value)
      }
      if (rule.selectorText === '') size = rule.style.getPropertyValue('size') || size
    }
  }
  for (const sheet of document.styleSheets) read(sheet.cssRules)
  const [name = 'a4', turn = ''] = size.toLowerCase().split(' ')
  const [short = '', long = short] = (sizes[name] ?? size).split(' ')
  const [width, height] = (name === 'landscape' || turn === 'landscape' ? [long, short] : [short, long]).map(pixels)
  const margin = (side: string, isFirst: boolean) =>
    pixels((isFirst ? margins.first.get(side) : undefined) ?? margins.all.get(side) ?? '1cm')
  const room = (whole: number | undefined, sides: readonly string[], isFirst: boolean) =>
    Math.ceil((whole ?? 0) - sides.reduce((sum, side) => sum + margin(side, isFirst), 0) - 0.01)
  const area = {
    width: room(width, ['margin-left', 'margin-right'], false),
    height: room(height, ['margin-top', 'margin-bottom'], false),
    firstHeight: room(height, ['margin-top', 'margin-bottom'], true),
  }
  probe.remove()
  return area
}

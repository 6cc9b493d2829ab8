/**
 * Makes the SVG that Vega writes fit for a page: shapes and words alone, without the roles and classes of an interactive
 * chart, and with identifiers that no other chart of the page has.
 */
import type { Picture } from '../contract/chart.ts'

const allowed = new Set(
  'svg g path rect line circle text tspan defs clipPath linearGradient radialGradient stop'.split(' '),
)

/** Pixels of a rem on a screen: a unit of a picture is a pixel there, and smaller on paper as all type is. */
const pixelsOfRem = 17

/** The picture, or what in it cannot be shown. Vega escapes `<` in words, so that each one begins a tag. */
export function cleanSvg(svg: string, id: string): Picture | string {
  const strange = [...svg.matchAll(/<([A-Za-z]+)/gu)].find(([, name = '']) => !allowed.has(name))
  if (strange) return `it holds a <${strange[1]}>, and may hold shapes and words alone`
  const [, x = '0', y = '0', width = '0', height = '0'] =
    /viewBox="(\S+) (\S+) (\S+) (\S+)"/u.exec(svg.slice(0, svg.indexOf('>'))) ?? []
  const body = svg
    .slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
    .replace(/<[^>]*>/gu, tag =>
      tag
        .replace(/ (?:class|role|aria-[a-z]+)="[^"]*"| opacity="1"/gu, '')
        .replace(/ id="/u, ` id="${id}-`)
        .replace(/url\(#/gu, `url(#${id}-`)
        // Hundredths are enough, and are the same on every machine.
        .replace(/-?\d+\.\d{3,}(?:e-?\d+)?/gu, number => String(Number(Number(number).toFixed(2)))),
    )
    .replace(/<path d="[^"]*" display="none"\/>/gu, '')
  const rem = (Number(width) / pixelsOfRem).toFixed(2)
  return { viewBox: `${x} ${y} ${width} ${height}`, width: `${rem}rem`, body }
}

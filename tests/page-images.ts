/** Pages as pictures: a printed page drawn from its PDF, and pictures compared with those that are kept. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import pixelmatch from 'pixelmatch'

const root = path.join(import.meta.dirname, '..')
const references = path.join(root, 'tests', 'fixtures', 'pages')
const differences = path.join(root, '.cache', 'page-differences')

/** Pixels of a point: small enough that letters of another build of the browser are the same grey, and lines still lines. */
const scale = 0.75

/** How far a pixel's colour may be from the kept one, of 1 from black to white; what is further is another pixel. */
const threshold = 0.1

/** The share of a page's pixels that may be others. Chromium 147 and 156 differ by none; half a point of type by 0.04. */
const tolerance = 0.001

/** A printed page as a PNG. Letters are drawn as the outlines in the file, without the faces of this machine. */
export async function drawPrinted(bytes: Uint8Array, number: number): Promise<Buffer> {
  const loading = getDocument({
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  })
  const document = await loading.promise
  const page = await document.getPage(number)
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height))
  // What the library is declared for is a canvas of a browser.
  const own = canvas as unknown as Parameters<typeof page.render>[0]['canvas']
  await page.render({ canvas: own, viewport }).promise
  await loading.destroy()
  return canvas.toBuffer('image/png')
}

/**
 * What is wrong with a picture, in words, or nothing. With `renew` the picture becomes the one that is kept; without, a
 * missing one is a fault as any other.
 */
export async function comparePage(name: string, png: Buffer, renew: boolean): Promise<string | null> {
  const file = path.join(references, `${name}.png`)
  if (renew) {
    writeFileSync(file, png)
    return null
  }
  if (!existsSync(file)) return `${path.relative(root, file)} is missing; npm run renew:pages makes it`
  const [kept, seen] = [await readPicture(readFileSync(file)), await readPicture(png)]
  const { width, height } = kept
  if (seen.width !== width || seen.height !== height)
    return `${name} is ${seen.width} × ${seen.height} pixels, and was ${width} × ${height}`
  const difference = createCanvas(width, height)
  const context = difference.getContext('2d')
  const marks = context.createImageData(width, height)
  const count = pixelmatch(pixelsOf(kept), pixelsOf(seen), marks.data, width, height, { threshold })
  const share = count / (width * height)
  if (share <= tolerance) return null
  context.putImageData(marks, 0, 0)
  return `${name}: ${(share * 100).toFixed(2)} % of it differ; see ${writeDifference(name, [kept, seen, difference])}`
}

/** Writes what was kept, what is seen, and what differs, side by side. */
function writeDifference(name: string, pictures: readonly Canvas[]): string {
  const [{ width, height } = { width: 0, height: 0 }] = pictures
  const sheet = createCanvas(width * pictures.length, height)
  for (const [index, picture] of pictures.entries()) sheet.getContext('2d').drawImage(picture, index * width, 0)
  mkdirSync(differences, { recursive: true })
  const file = path.join(differences, `${name}.png`)
  writeFileSync(file, sheet.toBuffer('image/png'))
  return path.relative(root, file)
}

async function readPicture(png: Buffer): Promise<Canvas> {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return canvas
}

function pixelsOf(canvas: Canvas): Uint8ClampedArray {
  return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
}

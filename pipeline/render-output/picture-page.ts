/**
 * Takes a picture of what a document's first page holds, as it is printed and without its margins, for the portal. Pages
 * of the browser lay out for paper from the start, so that the picture costs no layout of its own.
 */
import type { CDPSession } from 'puppeteer-core'

/** What A4 holds within the margins of templates/css/print.css, at 96 dpi. */
const sheet = { width: 643, height: 980 }
/** The picture is 270 pixels wide. */
const scale = 0.42

/** Lets a page of the browser lay out for paper from now on. */
export async function prepareForPictures(session: CDPSession): Promise<void> {
  await session.send('Emulation.setEmulatedMedia', { media: 'print' })
  await session.send('Emulation.setDeviceMetricsOverride', { ...sheet, deviceScaleFactor: 1, mobile: false })
}

/** The first page of the document that is loaded, as WebP. */
export async function pictureFirstPage(session: CDPSession): Promise<Uint8Array> {
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 60,
    optimizeForSpeed: true,
    clip: { x: 0, y: 0, ...sheet, scale },
  })
  return Buffer.from(data, 'base64')
}

// The browser is found or unpacked by pipeline/render-output/find-browser.ts; puppeteer itself downloads nothing.
module.exports = { skipDownload: true }

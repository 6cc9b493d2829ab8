/** Everything that a page can name so that a browser asks for it, each under a name of its own. */

/** Where the requests lead: `web` and `udp` are `host:port`; `file` gives the address of a planted file. */
export interface Targets {
  readonly web: string
  readonly udp: string
  readonly file: (name: string) => string
}

/** The ways to ask, by name; a server that was reached sees the name as the path. */
export function listRequests({ web, udp, file }: Targets): ReadonlyMap<string, string> {
  const to = (name: string) => `http://${web}/${name}`
  const css = (name: string, declaration: string) =>
    `<style>.${name} { ${declaration.replace('URL', `url(${to(name)})`)} }</style><i class="${name}">x</i>`
  const script = (name: string, body: string): [string, string] => [
    name,
    `<script>${body.replaceAll('ADDRESS', `'${to(name)}'`)}</script>`,
  ]
  const link = (name: string, rel: string, more = ''): [string, string] => [
    name,
    `<link rel="${rel}" href="${to(name)}" ${more} onload="document.body.append('scripted')">`,
  ]
  return new Map<string, string>([
    ['img', `<img src="${to('img')}" attributionsrc="${to('attribution')}">`],
    ['srcset', `<img srcset="${to('srcset')} 1x">`],
    ['picture', `<picture><source srcset="${to('picture')}"><img></picture>`],
    ['image-button', `<input type="image" src="${to('image-button')}">`],
    ['body-background', `<table background="${to('body-background')}"><tr><td>x</table>`],
    ['script', `<script src="${to('script')}"></script>`],
    ['module', `<script type="module" src="${to('module')}"></script>`],
    ['svg-script', `<svg><script href="${to('svg-script')}"/></svg>`],
    link('stylesheet', 'stylesheet'),
    link('print-stylesheet', 'stylesheet', 'media="print"'),
    link('preload', 'preload', 'as="image"'),
    link('preload-font', 'preload', 'as="font" crossorigin'),
    link('modulepreload', 'modulepreload'),
    link('prefetch', 'prefetch'),
    link('prerender', 'prerender'),
    link('dns-prefetch', 'dns-prefetch'),
    link('preconnect', 'preconnect'),
    link('icon', 'icon'),
    link('touch-icon', 'apple-touch-icon'),
    link('manifest', 'manifest'),
    link('dictionary', 'compression-dictionary'),
    ['import', `<style>@import url(${to('import')});</style>`],
    [
      'font-face',
      `<style>@font-face { font-family: stolen; src: url(${to('font-face')}) }</style><p style="font-family: stolen">x</p>`,
    ],
    ...[
      ['background', 'background: URL'],
      ['image-set', 'background-image: image-set(URL 1x)'],
      ['cursor', 'cursor: URL, auto'],
      ['list-style', 'display: list-item; list-style-image: URL'],
      ['mask', 'mask-image: URL'],
      ['border-image', 'border: 1px solid; border-image: URL 1'],
      ['shape-outside', 'float: left; shape-outside: URL'],
      ['filter', 'filter: URL'],
      ['clip-path', 'clip-path: URL'],
    ].map(([name = '', declaration = '']): [string, string] => [name, css(name, declaration)]),
    ['content', `<style>.content::before { content: url(${to('content')}) }</style><i class="content">x</i>`],
    ['margin-box', `<style>@page { @top-left { content: url(${to('margin-box')}) } }</style>`],
    ['iframe', `<iframe src="${to('iframe')}"></iframe>`],
    ['lazy-iframe', `<iframe loading="lazy" src="${to('lazy-iframe')}"></iframe>`],
    ['srcdoc', `<iframe srcdoc="<img src='${to('srcdoc')}'><script src='${to('srcdoc-script')}'></script>"></iframe>`],
    [
      'srcdoc-refresh',
      `<iframe srcdoc="<meta http-equiv=refresh content='0;url=${to('srcdoc-refresh')}'>"></iframe>` +
        `<iframe srcdoc="<meta &#104;ttp-equiv=refresh content='0;url=${file('secret.html')}'>"></iframe>`,
    ],
    ['data-frame', `<iframe src="data:text/html,<img src='${to('data-frame')}'>"></iframe>`],
    [
      'data-refresh',
      `<iframe src="data:text/html,<meta http-equiv=refresh content='0;url=${to('data-refresh')}'>"></iframe>`,
    ],
    ['object', `<object data="${to('object')}"></object>`],
    ['embed', `<embed src="${to('embed')}">`],
    ['video', `<video src="${to('video')}" preload="auto" autoplay muted></video>`],
    ['poster', `<video poster="${to('poster')}"></video>`],
    ['audio', `<audio src="${to('audio')}" preload="auto" autoplay></audio>`],
    ['source', `<video preload="auto" autoplay muted><source src="${to('source')}"></video>`],
    [
      'track',
      `<video src="data:video/mp4," preload="auto"><track default kind="subtitles" src="${to('track')}"></video>`,
    ],
    ['svg-image', `<svg width="9" height="9"><image href="${to('svg-image')}" width="9" height="9"/></svg>`],
    ['svg-xlink', `<svg width="9" height="9"><image xlink:href="${to('svg-xlink')}" width="9" height="9"/></svg>`],
    ['svg-use', `<svg><use href="${to('svg-use')}#x"/></svg>`],
    [
      'svg-fe-image',
      `<svg><filter id="f"><feImage href="${to('svg-fe-image')}"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>`,
    ],
    ['svg-fill', `<svg><rect width="9" height="9" fill="url(${to('svg-fill')}#x)"/></svg>`],
    ['base', `<iframe srcdoc="<base href='http://${web}/'><img src='base'>"></iframe>`],
    [
      'csp-report',
      `<meta http-equiv="Content-Security-Policy" content="object-src *; report-uri ${to('csp-report')}">`,
    ],
    [
      'ping',
      `<a id="ping" href="#x" ping="${to('ping')}">x</a><script>document.getElementById('ping').click()</script>`,
    ],
    [
      'form',
      `<iframe name="answer"></iframe><form id="form" target="answer" method="post" action="${to('form')}"></form><script>document.forms.form.submit()</script>`,
    ],
    script('fetch', "fetch(ADDRESS, { mode: 'no-cors' })"),
    script('xhr', "const asked = new XMLHttpRequest(); asked.open('GET', ADDRESS); asked.send()"),
    script('beacon', 'navigator.sendBeacon(ADDRESS)'),
    script('event-source', 'new EventSource(ADDRESS)'),
    script('dynamic-import', 'import(ADDRESS)'),
    script('popup', 'open(ADDRESS)'),
    script('worker', "new Worker(URL.createObjectURL(new Blob(['fetch(\"' + ADDRESS + '\")'])))"),
    script('service-worker', 'navigator.serviceWorker?.register(ADDRESS)'),
    script(
      'blob-frame',
      "const frame = document.createElement('iframe'); frame.src = URL.createObjectURL(new Blob(['<img src=' + ADDRESS + '>'], { type: 'text/html' })); document.body.append(frame)",
    ),
    ['web-socket', `<script>new WebSocket('ws://${web}/web-socket')</script>`],
    [
      'stun',
      `<script>const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${udp}' }] }); peer.createDataChannel('x'); peer.createOffer().then(offer => peer.setLocalDescription(offer))</script>`,
    ],
    ['web-transport', `<script>new WebTransport('https://${udp}/')</script>`],
    [
      'speculation',
      `<script type="speculationrules">{ "prefetch": [{ "urls": ["${to('speculation')}"], "eagerness": "immediate" }] }</script>`,
    ],
    ['marker', `<script>document.body.append('scripted')</script>`],
  ])
}

/** Ways to show the content of a local file: each planted file holds the secret in what its kind would show. */
export function listLocalReads({ file }: Pick<Targets, 'file'>): readonly string[] {
  const page = file('secret.html')
  const picture = file('secret.svg')
  return [
    `<img src="${picture}" width="200" height="50">`,
    `<picture><source srcset="${picture}"><img width="200" height="50"></picture>`,
    `<iframe src="${page}"></iframe>`,
    `<iframe src="${file('secret.txt')}"></iframe>`,
    `<iframe src="file:///etc/passwd"></iframe>`,
    `<iframe srcdoc="<iframe src='${page}'></iframe>"></iframe>`,
    `<iframe src="data:text/html,<iframe src='${page}'></iframe>"></iframe>`,
    `<object data="${page}"></object>`,
    `<object data="${picture}" type="image/svg+xml"></object>`,
    `<embed src="${picture}">`,
    `<embed src="${file('secret.txt')}" type="text/plain">`,
    `<link rel="stylesheet" href="${file('secret.css')}">`,
    `<style>@import url(${file('secret.css')});</style>`,
    `<style>.local { content: url(${picture}) } .local-background { background: url(${picture}); width: 200px; height: 50px; display: block }</style><i class="local">x</i><i class="local-background"></i>`,
    `<svg width="200" height="50"><image href="${picture}" width="200" height="50"/><use href="${picture}#text"/></svg>`,
    `<base href="${file('')}"><img src="secret.svg" width="200" height="50"><iframe src="secret.html"></iframe>`,
    `<script src="${file('secret.js')}"></script>`,
    `<script>fetch('${file('secret.txt')}').then(answer => answer.text()).then(text => document.body.append(text))</script>`,
    `<script>const read = new XMLHttpRequest(); read.open('GET', '${file('secret.txt')}', false); read.send(); document.body.append(read.responseText)</script>`,
  ]
}

/** A page may send itself elsewhere by these, without a script; `to` gives the address for each of them. */
export function listRefreshes(to: (index: number) => string): readonly string[] {
  const plain = '<meta http-equiv="refresh" content="0;url=ADDRESS">'
  return [
    plain,
    `<META HTTP-EQUIV=ReFrEsH CONTENT=0;URL=ADDRESS>`,
    `<meta content="0; url='ADDRESS'" http-equiv='refresh'>`,
    `<meta http-equiv=&#114;efresh content="0;url=ADDRESS">`,
    `<meta http-equiv="&#x72;ef&#114;esh" content="&#48;;u&#114;l=ADDRESS">`,
    `<meta name=">" http-equiv=refresh content="0;url=ADDRESS">`,
    `<meta/http-equiv="refresh"/content="0;url=ADDRESS"/>`,
    `<meta\n\fhttp-equiv\t=\n"refresh"\rcontent="0;url=ADDRESS"\n>`,
    `<meta http-equiv=refresh http-equiv=x content="0;url=ADDRESS">`,
    `<meta http-equiv="refresh" content="0,ADDRESS">`,
    `<meta http-equiv="refresh" content="0 ADDRESS">`,
    `<meta "http-equiv="refresh" http-equiv="refresh" content="0;url=ADDRESS">`,
    `<!-->${plain}-->`,
    `<svg>${plain}</svg>`,
    `<svg><foreignObject>${plain}</foreignObject></svg>`,
    `<math><annotation-xml encoding="text/html">${plain}</annotation-xml></math>`,
    `<noscript>${plain}</noscript>`,
    `<select>${plain}</select>`,
    `<table>${plain}</table>`,
    `<title></title>${plain}<frameset>${plain}<noframes>${plain}</noframes></frameset>`,
    `<xmp></xmp>${plain}`,
  ].map((spelling, index) => spelling.replaceAll('ADDRESS', to(index)))
}

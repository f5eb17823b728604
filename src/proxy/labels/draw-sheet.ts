import { drawLabel, escapeXml, labelSize } from './draw-label.ts'
import type { Label } from './label.ts'

/** mm; A4, with three columns of eight labels that fill it from edge to edge, as such sheets are cut. */
const page = { width: 210, height: 297 }
const columns = 3
const rows = 8
const top = (page.height - rows * labelSize.height) / 2
export const labelsOnPage = columns * rows

const fonts = `text{font-family:system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;fill:#000}
.name{font-weight:700}.id,.small{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,"Noto Sans Mono CJK SC",monospace}.id{font-weight:700}`

/** One page as an SVG of its own, in true size. */
export function drawPage(labels: readonly Label[]): string {
  const drawn = labels.map((label, index) => {
    const x = (index % columns) * labelSize.width
    const y = top + Math.floor(index / columns) * labelSize.height
    return `<g transform="translate(${x} ${y})">\n${drawLabel(label)}\n</g>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}mm" height="${page.height}mm" viewBox="0 0 ${page.width} ${page.height}">`,
    `<style>${fonts}</style>`,
    `<rect width="${page.width}" height="${page.height}" fill="#fff"/>`,
    ...drawn,
    '</svg>\n',
  ].join('\n')
}

const style = `@page{size:A4;margin:0}html,body{margin:0;background:#fff;color:#000}svg{display:block;break-after:page}
p{margin:8mm;font:4mm system-ui,sans-serif}@media print{p{display:none}}@media screen{svg{border-bottom:1px dashed #888}}`

/** All pages in one document that a browser prints, or saves as PDF, each on a sheet of its own. */
export function drawDocument(pages: readonly string[], title: string): string {
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<title>${escapeXml(title)}</title><style>${style}</style></head><body>`,
    `<p>${escapeXml(title)}. Print on A4, 3 × 8 labels of 70 × 37 mm, at 100 %, without margins, headers and footers.</p>`,
    ...pages,
    '</body></html>\n',
  ].join('\n')
}

/** Labels page by page. */
export function pagesOf(labels: readonly Label[]): Label[][] {
  const count = Math.ceil(labels.length / labelsOnPage)
  return Array.from({ length: count }, (_, index) => labels.slice(index * labelsOnPage, (index + 1) * labelsOnPage))
}

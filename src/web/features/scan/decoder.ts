import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url'

/** Reads the texts of all codes in a picture. */
export type Decode = (picture: HTMLVideoElement | ImageBitmap) => Promise<string[]>

/** The browser's own reader, where it has one (W3C Shape Detection); TypeScript does not know it. */
interface BarcodeDetector {
  detect(picture: CanvasImageSource): Promise<{ rawValue: string }[]>
}
interface BarcodeDetectorClass {
  new (options: { formats: string[] }): BarcodeDetector
  getSupportedFormats(): Promise<string[]>
}

/** QR codes, and what else stands on the plates of plants. */
const formats = ['qr_code', 'data_matrix', 'aztec', 'code_128', 'code_39']
const zxingFormats = ['QRCode', 'MicroQRCode', 'DataMatrix', 'Aztec', 'Code128', 'Code39'] as const

/** Pixels of the longer side: a picture of a modern camera has twenty times as many as a code needs. */
const largestSide = 2000

async function browsersOwn(): Promise<Decode | null> {
  const { BarcodeDetector }: { BarcodeDetector?: BarcodeDetectorClass } & Pick<Window, 'name'> = window
  if (!BarcodeDetector) return null
  const known = await BarcodeDetector.getSupportedFormats()
  if (!known.includes('qr_code')) return null
  const detector = new BarcodeDetector({ formats: formats.filter((format) => known.includes(format)) })
  return async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue)
}

const sizeOf = (picture: HTMLVideoElement | ImageBitmap): [width: number, height: number] =>
  picture instanceof HTMLVideoElement ? [picture.videoWidth, picture.videoHeight] : [picture.width, picture.height]

/** Its reader comes from our own server, like everything that the panel runs. */
async function zxing(): Promise<Decode> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader')
  await prepareZXingModule({ overrides: { locateFile: () => wasmAddress }, fireImmediately: true })
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('this browser draws no pictures')
  return async (picture) => {
    const [width, height] = sizeOf(picture)
    if (width === 0 || height === 0) return []
    const scale = Math.min(1, largestSide / Math.max(width, height))
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height)
    const found = await readBarcodes(pixels, { formats: [...zxingFormats], tryHarder: true, maxNumberOfSymbols: 8 })
    return found.filter(({ isValid }) => isValid).map(({ text }) => text)
  }
}

/** @throws Error where the reader cannot be fetched. */
export const createDecoder = async (): Promise<Decode> => (await browsersOwn().catch(() => null)) ?? (await zxing())

import {
  ArrowDown,
  ArrowRight,
  ArrowUp,
  Ban,
  BookOpen,
  Braces,
  Calculator,
  Check,
  ChevronDown,
  ChevronRight,
  CircleAlert,
  CircleQuestionMark,
  ClipboardPaste,
  Clock,
  Columns2,
  Contrast,
  Copy,
  Delete,
  Download,
  ExternalLink,
  Eye,
  EyeOff,
  FlaskConical,
  History,
  type IconNode,
  Info,
  Keyboard,
  Lock,
  LogOut,
  Minus,
  Monitor,
  Moon,
  Pencil,
  Plus,
  RotateCcw,
  ScanQrCode,
  Search,
  Send,
  ShieldCheck,
  SlidersHorizontal,
  Star,
  Sun,
  Trash2,
  TriangleAlert,
  Undo2,
  WifiOff,
  X,
} from 'lucide'

/** The icons in use, each by what it means here; a new one is a new row. */
const icons = {
  add: Plus,
  alert: CircleAlert,
  arrowDown: ArrowDown,
  arrowRight: ArrowRight,
  arrowUp: ArrowUp,
  ban: Ban,
  beside: Columns2,
  book: BookOpen,
  check: Check,
  chevronDown: ChevronDown,
  chevronRight: ChevronRight,
  clock: Clock,
  close: X,
  code: Braces,
  contrast: Contrast,
  copy: Copy,
  download: Download,
  edit: Pencil,
  erase: Delete,
  external: ExternalLink,
  flask: FlaskConical,
  hide: EyeOff,
  history: History,
  info: Info,
  keyboard: Keyboard,
  lock: Lock,
  minus: Minus,
  monitor: Monitor,
  moon: Moon,
  numberPad: Calculator,
  offline: WifiOff,
  paste: ClipboardPaste,
  question: CircleQuestionMark,
  retry: RotateCcw,
  scan: ScanQrCode,
  search: Search,
  send: Send,
  show: Eye,
  signOut: LogOut,
  shield: ShieldCheck,
  sliders: SlidersHorizontal,
  star: Star,
  sun: Sun,
  trash: Trash2,
  undo: Undo2,
  warning: TriangleAlert,
} satisfies Record<string, IconNode>

export type IconName = keyof typeof icons

interface IconProps {
  name: IconName
  /** Only where no text stands beside it. */
  label?: string
  /** In em of the surrounding text. */
  size?: number
  filled?: boolean
  className?: string | undefined
}

/** The set's plain drawings: its own component for React would weigh as much again as all of them. */
export function Icon({ name, label, size = 1.15, filled = false, className }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={`${size}em`}
      height={`${size}em`}
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
      style={{ flex: 'none' }}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {icons[name].map(([Shape, attributes]) => (
        <Shape key={Object.values(attributes).join()} {...attributes} />
      ))}
    </svg>
  )
}

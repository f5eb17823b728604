import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import styles from './button.module.css'
import { Icon, type IconName } from './icon.tsx'

/** `primary` leads to a send (56 px) · `plain` is any other · `quiet` has no border · `danger` takes something away. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  kind?: ButtonKind
  icon?: IconName
  iconFilled?: boolean
  /** For a button that shows only its icon: its accessible name and title. */
  label?: string
  /** As wide as its place. */
  wide?: boolean
  type?: 'button' | 'submit'
  ref?: Ref<HTMLButtonElement>
  children?: ReactNode
}

export function Button({ kind = 'plain', icon, iconFilled, label, wide, className, children, ...button }: ButtonProps) {
  const classes = [styles.button, styles[kind], wide && styles.wide, label && styles.square, className]
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...button}
      className={classes.filter((name) => name).join(' ')}
    >
      {icon && <Icon name={icon} filled={iconFilled ?? false} />}
      {children}
    </button>
  )
}

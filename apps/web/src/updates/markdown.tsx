import Markdown from 'react-markdown'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'

/** What people wrote may have structure, and nothing else: no pictures from elsewhere, no markup of its own. */
const schema = {
  ...defaultSchema,
  tagNames: [
    'p',
    'br',
    'strong',
    'em',
    'del',
    'a',
    'ul',
    'ol',
    'li',
    'blockquote',
    'code',
    'pre',
    'hr',
    'h4',
    'h5',
    'h6',
  ],
  attributes: { a: ['href'] },
  protocols: { href: ['http', 'https', 'mailto'] },
}

/** Headings of an update stand below the heading of the update itself. */
const components = {
  h1: 'h4',
  h2: 'h5',
  h3: 'h6',
  a: ({ href, children }: { href?: string | undefined; children?: React.ReactNode }) => (
    <a href={href} rel="noopener noreferrer nofollow" target="_blank">
      {children}
    </a>
  ),
} as const

/** Text with the signs of Markdown, as it is meant. Loaded with the first update that is shown. */
export default function MarkdownText({ text }: { text: string }) {
  return (
    <Markdown rehypePlugins={[[rehypeSanitize, schema]]} components={components} skipHtml>
      {text}
    </Markdown>
  )
}

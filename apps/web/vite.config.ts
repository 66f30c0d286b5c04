import path from 'node:path'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import type { AcceptedPlugin } from 'postcss'
import mantinePreset from 'postcss-preset-mantine'
import { defineConfig } from 'vite'
import { compiledAtOnce } from './build/compiled-at-once.ts'
import { filesBeforeCode } from './build/files-before-code.ts'
import { filesAtOnce } from './build/files-at-once.ts'
import { filesOfPages } from './build/files-of-pages.ts'
import { lighterLibraries } from './build/lighter-libraries.ts'
import { shapesWithoutChecks } from './build/shapes-without-checks.ts'
import { themeCss } from './build/theme-css.ts'

export default defineConfig({
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      routesDirectory: './src/pages',
      generatedRouteTree: './src/routeTree.gen.ts',
      routeFileIgnorePattern: '\\.(test|module)\\.',
      addExtensions: true,
      quoteStyle: 'single',
    }),
    react(),
    themeCss(),
    shapesWithoutChecks(),
    lighterLibraries(),
    filesAtOnce(),
    filesBeforeCode(),
    compiledAtOnce(),
  ],
  css: { postcss: { plugins: [(mantinePreset as () => AcceptedPlugin)()] } },
  build: {
    target: 'baseline-widely-available',
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: filesOfPages(path.join(import.meta.dirname, 'src')) } },
  },
  server: { port: 4311, proxy: { '/api': 'http://127.0.0.1:4310' } },
})

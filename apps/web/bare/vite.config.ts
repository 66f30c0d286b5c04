import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The floor is built as the product is, with nothing of the product in it. */
export default defineConfig({
  base: '/bare/',
  plugins: [react()],
  build: { target: 'baseline-widely-available', emptyOutDir: true, assetsInlineLimit: 0 },
})

import * as contract from '@commonweal/contracts/files'
import { serve, type House } from '../http/serve.ts'
import { judgeUpload, readFile, uploadFile } from './files.actions.ts'
import { announcedBytes, receiveFiles } from './received-file.ts'

/** Nothing of a file runs here, whoever opens it: no script, no form, no frame, no other content. */
const SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"

export async function fileRoutes(house: House): Promise<void> {
  // Only here are bytes taken as they come; everywhere else they are refused unread.
  await house.app.register(async (app) => {
    receiveFiles(app, house.files)
    serve(
      { ...house, app },
      contract.uploadFile,
      ({ scope, params, query, request }) =>
        uploadFile(scope, house.files, { initiativeId: params.initiativeId, name: query.name, body: request.body }),
      {
        first: {
          param: 'initiativeId',
          judge: (scope, id, request) => judgeUpload(scope, id, announcedBytes(request)),
        },
      },
    )
  })
  serve(house, contract.readFile, async ({ scope, params, reply }) => {
    const file = await readFile(scope, house.files, params.fileId)
    reply
      .type(file.mediaType)
      .header('content-disposition', attachmentNamed(file.name))
      .header('content-security-policy', SANDBOX)
      .header('cache-control', 'private, no-cache')
      .header('etag', `"${file.sha256}"`)
    return file.bytes
  })
}

/** RFC 6266 with the name twice: in plain letters for old clients, whole for all others (RFC 8187). */
function attachmentNamed(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const whole = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}

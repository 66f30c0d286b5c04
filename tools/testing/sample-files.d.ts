/** A real picture of one colour, `side` pixels wide and high (W3C PNG). */
export declare function samplePng(side?: number, shade?: number): Buffer
export declare const samplePdf: Buffer<ArrayBuffer>

import { demoId } from "@/server/demo/ids";

/** Addresses in the demo world, whose ids are fixed (server/demo). */
export const experiment = (key: string, part = ""): string => `/experiments/${demoId(`experiment/${key}`)}${part}`;
export const measure = (key: string, part = ""): string => `/measures/${demoId(`measure/${key}`)}${part}`;
export const log = (key: string): string => `/log/${demoId(`measure/${key}`)}`;
export const board = (key: string): string => `/boards/${demoId(`board/${key}`)}`;
export const record = (request: string, part = ""): string => `/permissions/${demoId(`request/${request}`)}${part}`;
export const admin = (part = ""): string => `/admin/${demoId("system/quillshire")}${part}`;
export const system = (part = ""): string => `/systems/${demoId("system/quillshire")}${part}`;
export const standing = (key: string): string => `/standing/${demoId(`standing/${key}`)}`;
export { demoId };

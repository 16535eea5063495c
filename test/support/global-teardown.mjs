import { stopApp } from './server.mjs';

export default async function tearDown() {
  await Promise.all((globalThis.taladlabApps ?? []).map(stopApp));
}

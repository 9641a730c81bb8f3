import type { AdminMessages } from '../../locales/admin-messages.js';

const LOADERS: Readonly<Record<string, () => Promise<{ admin: AdminMessages }>>> = {
  fr: () => import('../../locales/fr-admin.js'),
  en: () => import('../../locales/en-admin.js'),
};
const loaded: Record<string, AdminMessages> = {};

/**
 * The desk's own sentences.
 * @param then called once they are there, where they are not yet
 */
export function adminWords(lang: string, then: () => void): AdminMessages | undefined {
  if (!loaded[lang])
    void LOADERS[lang]?.().then(({ admin }) => {
      loaded[lang] = admin;
      then();
    });
  return loaded[lang];
}

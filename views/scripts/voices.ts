/** Chrome fills its list after the page is there; a browser that has none never says so. */
const WAIT_MS = 2500;

const synthesis: SpeechSynthesis | undefined = window.speechSynthesis;
const language = document.documentElement.lang;

/** Android writes th_TH. One that lives on the phone comes first: it needs no line. */
function ours(): SpeechSynthesisVoice | null {
  const fitting = (synthesis?.getVoices() ?? []).filter(({ lang }) => lang.toLowerCase().startsWith(language));
  return fitting.find((voice) => voice.localService) ?? fitting[0] ?? null;
}

/** The voice that reads this page's language, or null where there is none. */
export function findVoice(): Promise<SpeechSynthesisVoice | null> {
  const voice = ours();
  if (voice || !synthesis) return Promise.resolve(voice);
  return new Promise((resolve) => {
    const settle = () => {
      clearTimeout(tooLong);
      synthesis.removeEventListener('voiceschanged', look);
      resolve(ours());
    };
    const look = () => {
      if (ours()) settle();
    };
    const tooLong = setTimeout(settle, WAIT_MS);
    synthesis.addEventListener('voiceschanged', look);
  });
}

export const canSpeak = synthesis !== undefined && typeof SpeechSynthesisUtterance === 'function';

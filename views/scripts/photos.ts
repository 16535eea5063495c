import { element, word } from './words';

const LONGEST_EDGE = 1600;
const MOST_BYTES = 300_000;
/** First less exactly, then smaller. */
const STEPS: ReadonlyArray<readonly [edge: number, quality: number]> = [
  [1600, 0.85],
  [1600, 0.75],
  [1600, 0.65],
  [1280, 0.7],
  [1280, 0.55],
  [960, 0.6],
  [800, 0.5],
];

/** What is sent for each field of a form that holds a photo. */
const made = new Map<HTMLInputElement, Promise<Blob>>();

/** Shows a photo as soon as it is chosen, turned upright and made small enough for a weak line. */
export function shrinkPhotos(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('form[method=post] input[type=file]')) {
    const note = element('div', 'mt-2');
    note.setAttribute('role', 'status');
    field.after(note);
    field.addEventListener('change', () => {
      const file = field.files?.[0];
      note.replaceChildren();
      made.delete(field);
      if (file) made.set(field, prepare(file, note));
    });
  }
}

/** The small photos of a form by the name of their field. */
export async function photosOf(form: HTMLFormElement): Promise<Array<[string, Blob]>> {
  const fields = [...made].filter(([field]) => field.form === form);
  return Promise.all(fields.map(async ([{ name }, photo]): Promise<[string, Blob]> => [name, await photo]));
}

async function prepare(file: File, note: HTMLElement): Promise<Blob> {
  note.textContent = word('shrinking');
  try {
    const photo = await shrink(file);
    const picture = element('img', 'photo-preview');
    picture.alt = word('yourPhoto');
    picture.src = URL.createObjectURL(photo);
    note.replaceChildren(picture, element('p', '', `${word('photoReady')} ${Math.ceil(photo.size / 1000)} KB`));
    return photo;
  } catch {
    // A picture that this browser cannot read the server may: it says what it makes of it.
    note.textContent = word('photoAsItIs');
    return file;
  }
}

async function shrink(file: File): Promise<Blob> {
  const picture = await open(file);
  let photo: Blob | null = null;
  for (const [edge, quality] of STEPS) {
    photo = await draw(picture, Math.min(edge, LONGEST_EDGE), quality);
    if (photo.size <= MOST_BYTES) break;
  }
  return photo ?? file;
}

/** By an <img>: it is shown upright wherever Chrome is new enough for us, which `createImageBitmap` learnt much later. */
async function open(file: File): Promise<HTMLImageElement> {
  const picture = new Image();
  picture.src = URL.createObjectURL(file);
  try {
    await picture.decode();
    return picture;
  } finally {
    URL.revokeObjectURL(picture.src);
  }
}

function draw(picture: HTMLImageElement, edge: number, quality: number): Promise<Blob> {
  const { naturalWidth: width, naturalHeight: height } = picture;
  const scale = Math.min(1, edge / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('There is no canvas.');
  // What was transparent would become black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('Too large.'))), 'image/jpeg', quality),
  );
}

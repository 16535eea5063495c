import sharp from 'sharp';

const shopFront = await draw();

/** The picture of her shop that a robot has on its phone, drawn once. @returns {import('./form.mjs').Picture} */
export const shopPicture = () => ({ name: 'shop.jpg', content: shopFront });

function draw() {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="400" height="400" fill="#f4e3c1"/><path d="M40 160h320l-30-90H70z" fill="#b5502f"/><rect x="70" y="160" width="260" height="190" fill="#8a6a3d"/></svg>';
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}

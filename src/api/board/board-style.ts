/** A shuttle going out and coming back. */
export const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke-linecap="round" stroke-linejoin="round">
<rect width="32" height="32" rx="7" fill="#0f766e"/>
<path d="M7 12h15m-4-4 4 4-4 4" stroke="#fff" stroke-width="2.4"/>
<path d="M25 21H10m4-4-4 4 4 4" stroke="#99f6e4" stroke-width="2.4"/>
</svg>`;

export const boardStyle = ``;

export const boardTheme = {};

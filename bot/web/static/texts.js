// The words of the page in the person's language, filled in when the page starts.

export const texts = {};

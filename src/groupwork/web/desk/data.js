export const open = async () => {};

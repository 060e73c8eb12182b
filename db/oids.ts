/** PostgreSQL's id of `boolean`: the driver takes a list of booleans for one boolean unless it is told. */
export const boolean = 16;

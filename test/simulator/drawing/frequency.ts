import fc from 'fast-check';

/** Now and then what is drawn, once in so many times; else the usual. */
export const rarely = <T, U>(drawn: fc.Arbitrary<T>, usual: U, once = 10): fc.Arbitrary<T | U> =>
	fc.oneof({ weight: once - 1, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: drawn });

/** The same with the usual in front. */
export const often = <T, U>(usual: U, drawn: fc.Arbitrary<T>, once = 10): fc.Arbitrary<T | U> =>
	rarely(drawn, usual, once);

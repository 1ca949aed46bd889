import type { Random } from "../model/clock.js"

/** An honest (low) estimate of how many bits a guesser must try: repeats, sequences, words and years count little. */
export declare function strengthOf(passphrase: string): number

/** @throws DalelError vault/weak-passphrase: under 12 characters, or guessable at once. */
export declare function checkPassphrase(passphrase: string): void

/** Pronounceable made-up words, 16 bits each; 6 of them (96 bits) unless told. */
export declare function makePassphrase(random: Random, words?: number): string

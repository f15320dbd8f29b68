/** Where an `engineStopped` error says that nothing will answer until the engine is started again. */
export const engineDown = 'engine';

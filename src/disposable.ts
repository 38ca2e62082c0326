// The declarations must compile where the compiler's library has no explicit resource management: TypeScript before 5.2,
// or a `lib` without it. These merge with the library's own, and with those of @types/node.
declare global {
  interface SymbolConstructor {
    readonly dispose: unique symbol;
    readonly asyncDispose: unique symbol;
  }
  interface Disposable {
    [Symbol.dispose](): void;
  }
  interface AsyncDisposable {
    [Symbol.asyncDispose](): PromiseLike<void>;
  }
}

export {};

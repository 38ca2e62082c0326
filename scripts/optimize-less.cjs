// Has V8 optimize a function after ten times as much work as usual. Optimizing takes a fifth of the CPU time of programs that
// run for a second or two, and they end before it pays.
require('node:v8').setFlagsFromString('--interrupt-budget=675840');

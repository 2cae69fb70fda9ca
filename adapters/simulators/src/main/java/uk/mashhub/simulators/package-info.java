/** The other side of every adapter, speaking the real protocol. For demo, tests and benchmarks; never in production. */
package uk.mashhub.simulators;

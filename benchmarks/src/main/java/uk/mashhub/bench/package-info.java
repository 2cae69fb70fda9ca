/** HOW fast? Measures the libraries beside peers, in one run on one machine, and prints JSON. */
package uk.mashhub.bench;
